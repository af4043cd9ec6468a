<?php

declare(strict_types=1);

/** How JSON is written here: as it was read, and an error for what cannot be written. */
const JSON = JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_PRESERVE_ZERO_FRACTION;

/** A file of JSON for each thing that the platform keeps. A real one has a database. */
final class Storage
{
    public function __construct(private readonly string $folder)
    {
        if (!is_dir($folder)) {
            mkdir($folder, 0700, true);
        }
    }

    /** What is kept under a name, by id: an object, since an array of PHP would make `[]` of an empty one. */
    public function read(string $name): stdClass
    {
        $file = "$this->folder/$name.json";
        return is_file($file) ? json_decode(file_get_contents($file), flags: JSON_THROW_ON_ERROR) : new stdClass();
    }

    /**
     * Changes what is kept under a name: one process after the other, and whole or not at all. What `$change` did is on
     * the disk when this returns.
     *
     * @param callable(stdClass): void $change
     */
    public function change(string $name, callable $change): void
    {
        $file = "$this->folder/$name.json";
        $lock = fopen("$file.lock", 'c');
        flock($lock, LOCK_EX);
        $kept = $this->read($name);
        $change($kept);
        $new = fopen("$file.new", 'w');
        $text = json_encode($kept, JSON);
        if (fwrite($new, $text) !== strlen($text) || !fsync($new)) {
            throw new RuntimeException("$file cannot be written.");
        }
        fclose($new);
        rename("$file.new", $file);
        fclose($lock);
    }
}
