<?php

declare(strict_types=1);

/** What pages may load, which is what the plugin needs as well: no script, style or connection of another origin. */
const CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    . "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Strokes of a 24 × 24 drawing, by name: the icons of the menu. */
const ICONS = [
    'home' => '<path d="M3 11.5 12 4l9 7.5"/><path d="M5.5 10v10h5v-6h3v6h5V10"/>',
    'calendar' => '<rect x="3" y="5" width="18" height="16" rx="1"/><path d="M3 10h18M8 2.5V7M16 2.5V7"/>',
    'clock' => '<circle cx="12" cy="12" r="9"/><path d="M12 6.5V12l3.5 2.5"/>',
];

const ROLES = [
    'administrator' => 'Administration', 'manager' => 'Gestion de la formation', 'trainer' => 'Formateurs',
    'learner' => 'Apprenants', 'guest' => 'Sans accès',
];

/** A text as it stands in markup, also between quotation marks. Whatever is not markup goes through here. */
function e(string $text): string
{
    return htmlspecialchars($text, ENT_QUOTES | ENT_SUBSTITUTE | ENT_HTML5, 'UTF-8');
}

/** An element of the plugin, with the module that draws it. @param string $attributes markup */
function element(string $name, string $attributes = ''): string
{
    return '<script type="module" src="' . PLUGIN . "/web/$name.js\"></script>"
        . "<$name base-url=\"" . PLUGIN . "\" locale=\"fr\"$attributes>Chargement…</$name>"
        . '<noscript><p>Cet outil a besoin de JavaScript.</p></noscript>';
}

/** A whole page. @param ?array $user its reader @param string $main markup @param string $menu markup, or empty */
function page(?array $user, string $title, string $main, string $menu = ''): string
{
    [$title, $shape] = [e($title), $menu === '' ? 'page' : 'columns'];
    $name = e($user['name'] ?? '');
    $signOut = $user === null ? '' : <<<HTML
        <form method="post" action="/sign-out"><span>$name</span> <button class="quiet">Se déconnecter</button></form>
        HTML;
    return <<<HTML
        <!doctype html>
        <html lang="fr">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>$title · Plateforme en PHP</title>
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="/platform.css">
        </head>
        <body>
        <header class="bar">
        <a class="skip" href="#main">Aller au contenu</a>
        <a class="brand" href="/">Plateforme en PHP</a> $signOut
        </header>
        <div class="$shape">$menu<main id="main" tabindex="-1">$main</main></div>
        </body>
        </html>
        HTML;
}

function messagePage(?array $user, string $title, string $detail): string
{
    $main = '<h1>' . e($title) . '</h1><p>' . e($detail) . '</p><p><a href="/">Retour à l’accueil</a></p>';
    return page($user, $title, $main);
}

/** @param list<array> $users */
function signInPage(array $users): string
{
    $options = '';
    foreach (ROLES as $role => $label) {
        $options .= "<optgroup label=\"$label\">";
        foreach ($users as $user) {
            $option = '<option value="' . e($user['id']) . '">' . e($user['name']) . '</option>';
            $options .= $user['role'] === $role ? $option : '';
        }
        $options .= '</optgroup>';
    }
    return page(null, 'Qui êtes-vous ?', <<<HTML
        <form class="card narrow" method="post" action="/sign-in">
        <h1>Qui êtes-vous ?</h1>
        <p>Cette plateforme sert à essayer l’outil : choisissez une personne, il n’y a pas de mot de passe.</p>
        <label for="user">Utilisateur</label>
        <select id="user" name="user">$options</select>
        <button>Se connecter</button>
        </form>
        HTML);
}

/** @param list<array> $spaces those that are open to the reader */
function homePage(array $user, array $spaces, bool $administers): string
{
    $link = fn (string $path, string $label): string =>
        '<li><a class="card" href="' . e($path) . '">' . e($label) . '</a></li>';
    $cards = '';
    foreach ($spaces as $space) {
        $cards .= $link('/spaces/' . rawurlencode($space['id']), $space['name']);
    }
    $cards = $cards === '' ? '<p>Aucun espace d’activités ne vous est ouvert.</p>' : "<ul class=\"cards\">$cards</ul>";
    $main = '<h1>Accueil</h1>' . element('my-seances') . "<h2>Espaces d’activités</h2>$cards";
    if ($administers) {
        $pages = $link('/administration/seances', 'Gestion des séances');
        $pages .= $link('/administration/users', 'Utilisateurs');
        $main .= "<h2>Administration</h2><ul class=\"cards\">$pages</ul>";
    }
    return page($user, 'Accueil', $main);
}

/**
 * A page of a space: its left-hand menu, the clock last in it, and what a tool shows.
 *
 * @param string $tool the id of the tool that is shown
 * @param bool $hasSeances whether the clock is there: for staff always, for learners where there is a session
 */
function spacePage(array $user, array $space, string $tool, bool $hasSeances, string $main): string
{
    $tools = ['home' => ['Accueil', 'home', ''], 'agenda' => ['Agenda', 'calendar', '/tools/agenda']];
    $tools += $hasSeances ? ['seances' => ['Gestion des séances', 'clock', '/tools/seances']] : [];
    $links = '';
    foreach ($tools as $id => [$label, $icon, $path]) {
        $href = '/spaces/' . e(rawurlencode($space['id'])) . $path;
        $current = $id === $tool ? 'page' : 'false';
        $drawing = '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">' . ICONS[$icon] . '</svg>';
        $links .= "<li><a href=\"$href\" title=\"$label\" aria-current=\"$current\">"
            . "$drawing<span class=\"hidden\">$label</span></a></li>";
    }
    $menu = "<nav class=\"rail\" aria-label=\"Outils de l’espace\"><ul>$links</ul></nav>";
    return page($user, "{$tools[$tool][0]} · {$space['name']}", $main, $menu);
}

/** What the front page of a space shows. @param list<array> $sessions */
function spaceFront(array $space, array $sessions): string
{
    $items = array_map(fn (array $session): string => '<li>' . e($session['name']) . '</li>', $sessions);
    $list = $items === [] ? '<p>Cet espace n’est rattaché à aucune session de formation.</p>'
        : '<ul>' . implode($items) . '</ul>';
    return '<h1>' . e($space['name']) . "</h1><h2>Sessions de formation</h2>$list";
}

/** What the platform's own agenda shows of a space. @param stdClass $agenda the entries that were published */
function agendaTool(stdClass $agenda, string $spaceId): string
{
    $entries = array_filter((array) $agenda, fn (stdClass $entry): bool => $entry->spaceId === $spaceId);
    usort($entries, fn (stdClass $a, stdClass $b): int => strcmp($a->startsAt, $b->startsAt));
    $items = array_map(function (stdClass $entry): string {
        $place = $entry->place === '' ? '' : " · $entry->place";
        $start = (new DateTimeImmutable($entry->start))->format('d/m/Y H:i');
        return '<li>' . e("$start · $entry->title$place") . '</li>';
    }, $entries);
    return '<h1>Agenda</h1>' . ($items === [] ? '<p>Rien n’est prévu.</p>' : '<ul>' . implode($items) . '</ul>');
}

/** Everybody, with the button that takes them off the platform. @param list<array> $users */
function usersPage(array $user, array $users): string
{
    $rows = '';
    foreach ($users as ['id' => $id, 'name' => $name]) {
        [$id, $name, $isReader] = [e($id), e($name), $id === $user['id']];
        $button = "<button name=\"user\" value=\"$id\" aria-label=\"Supprimer $name\">Supprimer</button>";
        $rows .= "<tr><th scope=\"row\">$name</th><td>" . ($isReader ? '' : $button) . '</td></tr>';
    }
    return page($user, 'Utilisateurs', <<<HTML
        <h1>Utilisateurs</h1>
        <form method="post" action="/administration/users"><table>$rows</table></form>
        HTML);
}
