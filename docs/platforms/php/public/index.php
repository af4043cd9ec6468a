<?php

declare(strict_types=1);

// Every request that is not for a file of this folder.

require __DIR__ . '/../src/platform.php';
require __DIR__ . '/../src/host.php';
require __DIR__ . '/../src/pages.php';

$path = explode('?', $_SERVER['REQUEST_URI'])[0];
if ($path === '/platform.css' && PHP_SAPI === 'cli-server') {
    return false;
}

header_remove('X-Powered-By');
try {
    $platform = new Platform();
    if ($path === '/seances-host' && $_SERVER['REQUEST_METHOD'] === 'POST') {
        answerHost($platform);
    } elseif (str_starts_with($path, PLUGIN . '/')) {
        $platform->plugin->passOn();
    } else {
        header('content-security-policy: ' . CONTENT_SECURITY_POLICY);
        header('cache-control: private, no-cache');
        header('referrer-policy: same-origin');
        header('x-content-type-options: nosniff');
        $user = $platform->signedIn($_SERVER['HTTP_COOKIE'] ?? null);
        echo $_SERVER['REQUEST_METHOD'] === 'POST' ? change($platform, $user, $path) : show($platform, $user, $path);
    }
} catch (Throwable $error) {
    error_log((string) $error);
    http_response_code(500);
    echo messagePage(null, 'Une erreur est survenue', 'Réessayez dans un instant.');
}

/** The page at a path, for its reader. */
function show(Platform $platform, ?array $user, string $path): string
{
    $people = $platform->directory;
    $mayAdminister = $user !== null && $people->isAdministrator($user['id']);
    return match (true) {
        $user === null => signInPage($people->users()),
        $path === '/' => homePage($user, openSpaces($people, $user), $mayAdminister),
        $path === '/administration/seances' && $mayAdminister
            => page($user, 'Gestion des séances', element('seance-admin')),
        $path === '/administration/users' && $mayAdminister => usersPage($user, $people->users()),
        default => showSpace($platform, $user, $path),
    };
}

/** A page of a space, for those who may open it. */
function showSpace(Platform $platform, array $user, string $path): string
{
    $people = $platform->directory;
    preg_match('~^/spaces/([^/]+)(?:/tools/(agenda|seances))?$~D', $path, $found);
    $space = $people->space(rawurldecode($found[1] ?? ''));
    $may = $people->permissions($user['id'], $space['id'] ?? '');
    $tool = $found[2] ?? 'home';
    $sessions = $people->sessionsOf($space['id'] ?? '');
    $hasSeances = $may['edit'] || $may['enrol'] || $sessions !== [];
    if (!$may['open'] || ($tool === 'seances' && !$hasSeances)) {
        return notFound($user);
    }
    $main = match ($tool) {
        'home' => spaceFront($space, $sessions),
        'agenda' => agendaTool($platform->storage->read('agenda'), $space['id']),
        'seances' => element('seance-tool', ' space="' . e($space['id']) . '"'),
    };
    return spacePage($user, $space, $tool, $hasSeances, $main);
}

/** Does what a form asks for, unless another site has sent it, and leads back. */
function change(Platform $platform, ?array $user, string $path): string
{
    if (in_array($_SERVER['HTTP_SEC_FETCH_SITE'] ?? '', ['cross-site', 'same-site'], true)) {
        http_response_code(403);
        return messagePage($user, 'Refusé', 'Cette demande vient d’un autre site.');
    }
    $chosen = $platform->directory->user(is_string($_POST['user'] ?? null) ? $_POST['user'] : '');
    if ($path === '/sign-in' && $chosen !== null) {
        keepCookie($platform->signIn->valueFor($chosen['id']));
    } elseif ($path === '/sign-out') {
        keepCookie('');
    } elseif ($path === '/administration/users' && $platform->directory->isAdministrator($user['id'] ?? '')) {
        return remove($platform, $user, $chosen);
    } else {
        return notFound($user);
    }
    return leadTo('/');
}

/** @param ?array $chosen who is taken off the platform: anybody but who does it */
function remove(Platform $platform, array $user, ?array $chosen): string
{
    if ($chosen === null || $chosen['id'] === $user['id']) {
        return notFound($user);
    }
    $platform->remove($chosen['id']);
    try {
        $platform->tellGone();
    } catch (RuntimeException $error) {
        error_log($error->getMessage() . ' tell.php tells it again.');
    }
    return leadTo('/administration/users');
}

/** @return list<array> */
function openSpaces(PlatformDirectory $people, array $user): array
{
    $isOpen = fn (array $space): bool => $people->permissions($user['id'], $space['id'])['open'];
    return array_values(array_filter($people->spaces(), $isOpen));
}

function notFound(?array $user): string
{
    http_response_code(404);
    return messagePage($user, 'Page introuvable', 'Cette page n’existe pas, ou ne vous est pas ouverte.');
}

/** @param string $value empty to sign out */
function keepCookie(string $value): void
{
    $options = ['path' => '/', 'httponly' => true, 'samesite' => 'Lax', 'secure' => !empty($_SERVER['HTTPS'])];
    setcookie(SignIn::COOKIE, $value, $options);
}

function leadTo(string $path): string
{
    http_response_code(303);
    header("location: $path");
    return '';
}
