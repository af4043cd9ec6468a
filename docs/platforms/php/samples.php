<?php

declare(strict_types=1);

// Writes what `npx seances check-host` needs to know of this platform: php samples.php > samples.json

require __DIR__ . '/src/platform.php';

$platform = new Platform();
$actor = fn (string $userId): array => actorOf($platform->directory->user($userId));

echo json_encode([
    'signedIn' => ['cookie' => SignIn::COOKIE . '=' . $platform->signIn->valueFor('trainer1')],
    'staff' => $actor('trainer1'),
    'learner' => $actor('learner1'),
    'outsider' => $actor('outsider'),
    'administrator' => $actor('admin'),
    'spaceId' => 'demo',
    'sessionId' => 'session-2026',
    'trainerId' => 'trainer1',
    'spaceWithoutSessionId' => 'empty',
    'groupId' => 'class-a',
    'learnerSpaceId' => 'demo',
    'trainingManagerId' => 'manager',
    'locationId' => 'library',
    'mailTo' => 'learner1',
    'contactId' => 'learner1',
], JSON | JSON_PRETTY_PRINT), "\n";
