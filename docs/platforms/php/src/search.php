<?php

declare(strict_types=1);

/** What a letter becomes when case and accents are left out. */
const LETTERS = [
    'a' => 'ÀÁÂÃÄÅĀĂĄàáâãäåāăą', 'ae' => 'Ææ', 'c' => 'ÇĆĈĊČçćĉċč', 'd' => 'ĎĐďđ', 'e' => 'ÈÉÊËĒĔĖĘĚèéêëēĕėęě',
    'g' => 'ĜĞĠĢĝğġģ', 'h' => 'Ĥĥ', 'i' => 'ÌÍÎÏĨĪĬĮİìíîïĩīĭįı', 'j' => 'Ĵĵ', 'k' => 'Ķķ', 'l' => 'ĹĻĽŁĺļľł',
    'n' => 'ÑŃŅŇñńņň', 'o' => 'ÒÓÔÕÖØŌŎŐòóôõöøōŏő', 'oe' => 'Œœ', 'r' => 'ŔŖŘŕŗř', 's' => 'ŚŜŞŠȘśŝşšș',
    'ss' => 'ßẞ', 't' => 'ŢŤȚţťț', 'u' => 'ÙÚÛÜŨŪŬŮŰŲùúûüũūŭůűų', 'w' => 'Ŵŵ', 'y' => 'ÝŶŸýŷÿ', 'z' => 'ŹŻŽźżž',
    "'" => '’ʼ',
];

/**
 * A text as searches and lists look at it: "ŒSTGES Élise" is "oestges elise". Enough for the Latin letters of this
 * platform's names: yours has Normalizer and mb_strtolower, or a collation of its database.
 */
function fold(string $text): string
{
    static $plain = null;
    if ($plain === null) {
        foreach (LETTERS as $letter => $variants) {
            foreach (preg_split('//u', $variants, -1, PREG_SPLIT_NO_EMPTY) as $variant) {
                $plain[$variant] = $letter;
            }
        }
    }
    $bare = preg_replace(['/\p{M}+/u', '/\s+/u'], ['', ' '], strtr($text, $plain));
    return trim(strtolower($bare));
}

/**
 * The page that a search asks for, of what has all its words in the name: in the order in which it is given.
 *
 * @param list<array{name: string}> $items
 * @param stdClass $search `page` from 1 on, `size`, and `q` when words are searched
 * @return array{items: list<array>, total: int}
 */
function searchPage(array $items, stdClass $search): array
{
    $words = array_filter(explode(' ', fold($search->q ?? '')), fn (string $word): bool => $word !== '');
    foreach ($words as $word) {
        $items = array_filter($items, fn (array $item): bool => str_contains(fold($item['name']), $word));
    }
    $first = ($search->page - 1) * $search->size;
    return ['items' => array_values(array_slice($items, $first, $search->size)), 'total' => count($items)];
}

/**
 * In the order of a name without its case and accents, then of the id, so that no two have the same place.
 *
 * @param list<array{id: string}> $items
 */
function inOrderOf(string $name, array $items): array
{
    $key = fn (array $item): string => fold($item[$name]);
    usort($items, fn (array $a, array $b): int => strcmp($key($a), $key($b)) ?: strcmp($a['id'], $b['id']));
    return $items;
}
