<?php

declare(strict_types=1);

require __DIR__ . '/signature.php';
require __DIR__ . '/storage.php';
require __DIR__ . '/search.php';
require __DIR__ . '/directory.php';
require __DIR__ . '/sign-in.php';
require __DIR__ . '/plugin-server.php';

// A warning of PHP is an error, which goes to the log and never into an answer.
ini_set('display_errors', '0');
ini_set('log_errors', '1');
set_error_handler(function (int $level, string $message, string $file, int $line): bool {
    return error_reporting() & $level ? throw new ErrorException($message, 0, $level, $file, $line) : true;
});

/** The parts of the platform, put together by what the environment says. */
final class Platform
{
    public readonly Storage $storage;
    public readonly Signature $signature;
    public readonly SignIn $signIn;
    public readonly PluginServer $plugin;
    public readonly PlatformDirectory $directory;

    public function __construct()
    {
        $this->storage = new Storage(getenv('PLATFORM_DATA') ?: __DIR__ . '/../var');
        $this->signature = new Signature(getenv('SEANCES_SECRET') ?: '');
        $this->signIn = new SignIn($this->signature->keyFor('sign-in'));
        $this->plugin = new PluginServer(getenv('SEANCES_URL') ?: 'http://127.0.0.1:3000', $this->signature);
        $this->directory = new PlatformDirectory(require __DIR__ . '/../data.php', $this->storage->read('gone'));
    }

    /** Who sent a request, as the directory has them; null for nobody. @param ?string $cookies its header `Cookie` */
    public function signedIn(?string $cookies): ?array
    {
        $userId = $this->signIn->userId($cookies);
        return $userId === null ? null : $this->directory->user($userId);
    }

    /** Takes somebody off the platform, for good. The plugin is told afterwards, by tellGone(). */
    public function remove(string $userId): void
    {
        $this->storage->change('gone', function (stdClass $gone) use ($userId): void {
            $gone->{$userId} ??= ['told' => false];
        });
    }

    /**
     * Tells the plugin who is gone, once it has not been told yet.
     *
     * @throws RuntimeException when the plugin does not take it: call this again later, as tell.php does
     */
    public function tellGone(): void
    {
        foreach ($this->storage->read('gone') as $userId => $state) {
            if ($state->told) {
                continue;
            }
            $this->plugin->tell(['type' => 'user.gone', 'userId' => $userId]);
            $this->storage->change('gone', function (stdClass $gone) use ($userId): void {
                $gone->{$userId}->told = true;
            });
        }
    }
}

/** Somebody as the plugin sees who makes a request, an actor. */
function actorOf(array $user): array
{
    return ['id' => $user['id'], 'name' => $user['name'], 'locale' => 'fr', 'timeZone' => 'Europe/Brussels'];
}
