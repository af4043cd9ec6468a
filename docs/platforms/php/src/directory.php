<?php

declare(strict_types=1);

/** Spaces, sessions, their people and places, in the shapes that the plugin asks for. Ids are compared exactly. */
final class PlatformDirectory
{
    /**
     * @param array $data what data.php returns
     * @param stdClass $gone has the ids of those who have left the platform
     */
    public function __construct(private readonly array $data, private readonly stdClass $gone)
    {
    }

    /** Everybody who can sign in. @return list<array> as user() has them */
    public function users(): array
    {
        return array_values(array_filter(array_map($this->user(...), array_keys($this->data['users']))));
    }

    /** A person with their role, or null when there is none of this id. */
    public function user(string $id): ?array
    {
        if (!isset($this->data['users'][$id]) || isset($this->gone->{$id})) {
            return null;
        }
        [$firstName, $lastName, $role] = $this->data['users'][$id];
        $name = "$firstName $lastName";
        return ['id' => $id, 'name' => $name, 'firstName' => $firstName, 'lastName' => $lastName, 'role' => $role];
    }

    /** Where those of the users who are known read their mails. @param list<string> $userIds @return list<array> */
    public function contacts(array $userIds): array
    {
        $users = array_filter(array_map($this->user(...), array_values(array_unique($userIds))));
        return array_map(fn (array $user): array => [
            'userId' => $user['id'], 'address' => "{$user['id']}@example.org",
            'locale' => 'fr', 'timeZone' => 'Europe/Brussels',
        ], array_values($users));
    }

    /** @return list<array> */
    public function spaces(): array
    {
        return array_map($this->space(...), array_keys($this->data['spaces']));
    }

    public function space(string $id): ?array
    {
        $space = $this->data['spaces'][$id] ?? null;
        return $space === null ? null : ['id' => $id, 'name' => $space['name']];
    }

    /** @return list<array> the current session first */
    public function sessionsOf(string $spaceId): array
    {
        return array_map(function (string $id): array {
            ['name' => $name, 'startsOn' => $from, 'endsOn' => $to, 'timeZone' => $zone] = $this->data['sessions'][$id];
            return ['id' => $id, 'name' => $name, 'startsOn' => $from, 'endsOn' => $to, 'timeZone' => $zone];
        }, $this->data['spaces'][$spaceId]['sessions'] ?? []);
    }

    /** @param string $role `trainers` or `learners` @return list<array> by last name */
    public function members(string $sessionId, string $role): array
    {
        return $this->among($this->data['sessions'][$sessionId][$role] ?? [], $sessionId, $role);
    }

    /** Those of the users who have the role in the session. @param list<string> $userIds @return list<array> */
    public function among(array $userIds, string $sessionId, string $role): array
    {
        $known = array_intersect($this->data['sessions'][$sessionId][$role] ?? [], $userIds);
        $people = array_filter(array_map($this->user(...), array_values($known)));
        $public = array_map(fn (array $user): array => array_diff_key($user, ['role' => null]), $people);
        return inOrderOf('lastName', $public);
    }

    /** The learners of a session who are in a group of the platform. @return list<array> */
    public function learnersOfGroup(string $sessionId, string $groupId): array
    {
        return $this->among($this->data['groups'][$groupId]['members'] ?? [], $sessionId, 'learners');
    }

    /** The groups that have learners of the session. @return list<array> */
    public function groups(string $sessionId): array
    {
        $groups = [];
        foreach ($this->data['groups'] as $id => ['name' => $name]) {
            if ($this->learnersOfGroup($sessionId, $id) !== []) {
                $groups[] = ['id' => $id, 'name' => $name];
            }
        }
        return inOrderOf('name', $groups);
    }

    public function isManager(string $sessionId, string $userId): bool
    {
        return $this->among([$userId], $sessionId, 'managers') !== [];
    }

    /** Every session in which somebody is a learner, once for each of its spaces. @return list<array> */
    public function learnsIn(string $userId): array
    {
        $found = [];
        foreach ($this->data['spaces'] as $spaceId => $space) {
            foreach ($space['sessions'] as $sessionId) {
                if ($this->among([$userId], $sessionId, 'learners') !== []) {
                    $found[] = ['spaceId' => $spaceId, 'sessionId' => $sessionId];
                }
            }
        }
        return $found;
    }

    /** @return list<array> */
    public function places(): array
    {
        return inOrderOf('name', array_map($this->place(...), array_keys($this->data['places'])));
    }

    public function place(string $id): ?array
    {
        $place = $this->data['places'][$id] ?? null;
        return $place === null ? null : ['id' => $id, ...$place];
    }

    /** What somebody may do with the tool in a space: nothing where they, or the space, are not known. */
    public function permissions(string $userId, string $spaceId): array
    {
        $role = $this->user($userId)['role'] ?? 'guest';
        $exists = $this->space($spaceId) !== null;
        $isStaff = $exists && in_array($role, ['administrator', 'manager', 'trainer'], true);
        $learnsHere = in_array($spaceId, array_column($this->learnsIn($userId), 'spaceId'), true);
        return ['open' => $isStaff || $learnsHere, 'edit' => $isStaff, 'enrol' => $isStaff];
    }

    public function isAdministrator(string $userId): bool
    {
        return ($this->user($userId)['role'] ?? null) === 'administrator';
    }
}
