<?php

declare(strict_types=1);

/** The most that is read of one question, in bytes: a thousand ids, or a message, and room to spare. */
const LONGEST_QUESTION = 2_000_000;

/** Those of the methods below that the plugin can do without. */
const OPTIONAL_METHODS = [
    'directory.learnsIn', 'locations.search', 'locations.find', 'events.deliver', 'agenda.publish', 'agenda.withdraw',
    'mailer.send', 'contacts.of',
];

/**
 * What the plugin asks, by method: each gets the parameters by their names. What is not known is null, or missing in
 * a list.
 *
 * @return array<string, callable(stdClass): mixed>
 */
function hostMethods(Platform $platform): array
{
    $people = $platform->directory;
    return [
        'capabilities' => fn () => OPTIONAL_METHODS,
        'identity.identify' => function (stdClass $p) use ($platform): ?array {
            $user = $platform->signedIn($p->cookie);
            return $user === null ? null : actorOf($user);
        },
        'permissions.inSpace' => fn (stdClass $p) => $people->permissions($p->actor->id, $p->spaceId),
        'permissions.mayAdminister' => fn (stdClass $p) => $people->isAdministrator($p->actor->id),
        'directory.space' => fn (stdClass $p) => $people->space($p->spaceId),
        'directory.sessionsOf' => fn (stdClass $p) => $people->sessionsOf($p->spaceId),
        'directory.trainers' => fn (stdClass $p) => searchPage($people->members($p->sessionId, 'trainers'), $p->search),
        'directory.trainersAmong' => fn (stdClass $p) => $people->among($p->userIds, $p->sessionId, 'trainers'),
        'directory.learners' => fn (stdClass $p) => searchPage(
            isset($p->search->groupId)
                ? $people->learnersOfGroup($p->sessionId, $p->search->groupId)
                : $people->members($p->sessionId, 'learners'),
            $p->search,
        ),
        'directory.learnersAmong' => fn (stdClass $p) => $people->among($p->userIds, $p->sessionId, 'learners'),
        'directory.learnerCount' => fn (stdClass $p) => count($people->members($p->sessionId, 'learners')),
        'directory.groups' => fn (stdClass $p) => searchPage($people->groups($p->sessionId), $p->search),
        'directory.isTrainingManager' => fn (stdClass $p) => $people->isManager($p->sessionId, $p->userId),
        'directory.learnsIn' => fn (stdClass $p) => $people->learnsIn($p->userId),
        'locations.search' => fn (stdClass $p) => searchPage($people->places(), $p->search),
        'locations.find' => fn (stdClass $p) => $people->place($p->id),
        'contacts.of' => fn (stdClass $p) => $people->contacts($p->userIds),
        ...deliveryMethods($platform->storage),
    ];
}

/** What the plugin delivers. Nothing is answered before it is kept: what is not is delivered again. */
function deliveryMethods(Storage $storage): array
{
    return [
        // Delivered at least once: an id that is known says nothing new.
        'events.deliver' => fn (stdClass $p) => $storage->change(
            'events',
            fn (stdClass $events) => $events->{$p->event->id} ??= $p->event,
        ),
        // An entry with a lower number than the one that is shown is out of date.
        'agenda.publish' => fn (stdClass $p) => $storage->change('agenda', function (stdClass $agenda) use ($p): void {
            $shown = $agenda->{$p->entry->seanceId} ?? null;
            if ($shown === null || $shown->sequence <= $p->entry->sequence) {
                $agenda->{$p->entry->seanceId} = $p->entry;
            }
        }),
        'agenda.withdraw' => fn (stdClass $p) => $storage->change('agenda', function (stdClass $agenda) use ($p): void {
            unset($agenda->{$p->seanceId});
        }),
        'mailer.send' => fn (stdClass $p) => $storage->change(
            'mail',
            fn (stdClass $mail) => $mail->{bin2hex(random_bytes(16))} = $p->message,
        ),
    ];
}

/** Answers a request to /seances-host: a question of the plugin's server, signed, with an answer that is. */
function answerHost(Platform $platform): void
{
    $body = file_get_contents('php://input', length: LONGEST_QUESTION + 1);
    $header = fn (string $name): string => $_SERVER["HTTP_WEBHOOK_$name"] ?? '';
    if (strlen($body) > LONGEST_QUESTION) {
        http_response_code(413);
    } elseif (!$platform->signature->fits($header('ID'), $header('TIMESTAMP'), $header('SIGNATURE'), $body)) {
        http_response_code(401);
    } else {
        $answer = json_encode(answerTo(json_decode($body), hostMethods($platform)), JSON);
        header('content-type: application/json');
        foreach ($platform->signature->headersFor($header('ID'), $answer) as $name => $value) {
            header("$name: $value");
        }
        echo $answer;
    }
}

/** @param mixed $question `{id, method, params}` @param array<string, callable(stdClass): mixed> $methods */
function answerTo(mixed $question, array $methods): array
{
    $id = $question->id ?? null;
    try {
        $method = $methods[$question->method ?? ''] ?? null;
        if ($method === null) {
            return ['id' => $id, 'error' => ['code' => 'unknown-method', 'message' => 'There is no such method.']];
        }
        return ['id' => $id, 'result' => $method($question->params)];
    } catch (Throwable $error) {
        error_log((string) $error);
        return ['id' => $id, 'error' => ['code' => 'failed', 'message' => 'The log of the platform says why.']];
    }
}
