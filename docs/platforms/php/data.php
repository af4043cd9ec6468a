<?php

declare(strict_types=1);

// Who and what there is on this platform, by id. A real one has all of this in its database.

$trainers = [
    'trainer1' => ['Charles Montgomery', 'BURNS'],
    'trainer2' => ['Anh Thao', 'PHAM'],
    'trainer3' => ['Seymour', 'SKINNER'],
];

$learnerNames = [
    ['Aurélie', 'ADAM'], ['Benoît', 'BAUDOUIN'], ['Célia', 'BODART'], ['Dorian', 'CLAES'],
    ['Éléonore', 'COLLIGNON'], ['François', 'DE BACKER'], ['Gaëlle', 'DEFLANDRE'], ['Inès', 'D’HAENE'],
    ['Hélène', 'DUBOIS'], ['Jérôme', 'DUBOIS'], ['Kévin', 'ÉTIENNE'], ['Loïc', 'FONTAINE'],
    ['Maëlle', 'GÉRARD'], ['Noémie', 'GILSON'], ['Océane', 'GRÉGOIRE'], ['Pénélope', 'HENDRICKX'],
    ['Quentin', 'HERMAN'], ['Raphaël', 'JACQUES'], ['Solène', 'JANSSENS'], ['Théo', 'LAMBERT'],
    ['Ursula', 'LECLERCQ'], ['Véronique', 'LEFÈVRE'], ['Wim', 'LIÉGEOIS'], ['Xavier', 'MAES'],
    ['Yaël', 'MARÉCHAL'], ['Zoé', 'MERTENS'], ['Zoé', 'MERTENS'], ['Amélie', 'NOËL'],
    ['Bérénice', 'PEETERS'], ['Cédric', 'PIÉRARD'], ['Désiré', 'RENARD'], ['Émile', 'SERVAIS'],
    ['Fatoumata', 'SIMON'], ['Grégory', 'STÉVENART'], ['Hugo', 'THIRY'], ['Joëlle', 'VAN DEN BROECK'],
    ['Karim', 'VERMEULEN'], ['Léa', 'WAUTERS'], ['Łukasz', 'WIŚNIEWSKI'], ['Nadège', 'ŒSTGES'],
];
$learners = [];
foreach ($learnerNames as $index => $names) {
    $learners['learner' . ($index + 1)] = $names;
}

$users = ['admin' => ['Marie', 'DUPONT', 'administrator'], 'manager' => ['Luc', 'VANDERSTRAETEN', 'manager']];
foreach ($trainers as $id => $names) {
    $users[$id] = [...$names, 'trainer'];
}
foreach ($learners as $id => $names) {
    $users[$id] = [...$names, 'learner'];
}
$users['outsider'] = ['Odile', 'DEHORS', 'guest'];

$place = fn (string $name, string $street, string $number, string $code, string $city): array => [
    'name' => $name, 'street' => $street, 'streetNumber' => $number, 'box' => '',
    'postalCode' => $code, 'city' => $city, 'country' => 'Belgique', 'phone' => '',
];

$ids = array_keys($learners);

return [
    // First name, last name, role.
    'users' => $users,
    // A session may be in several rooms, and a room in several sessions, the current one first, or in none.
    'spaces' => [
        'demo' => ['name' => 'Former les formateurs', 'sessions' => ['session-2026', 'session-2027']],
        'workshop' => ['name' => 'Atelier des formateurs', 'sessions' => ['session-2026']],
        'empty' => ['name' => 'Salle des professeurs', 'sessions' => []],
    ],
    'sessions' => [
        'session-2026' => [
            'name' => 'Session 2026-2027', 'startsOn' => '2026-09-01', 'endsOn' => '2027-06-30',
            'timeZone' => 'Europe/Brussels',
            'trainers' => array_keys($trainers), 'learners' => $ids, 'managers' => ['manager'],
        ],
        'session-2027' => [
            'name' => 'Session 2027-2028', 'startsOn' => '2027-09-01', 'endsOn' => null, 'timeZone' => null,
            'trainers' => ['trainer1'], 'learners' => array_slice($ids, 0, 20), 'managers' => ['manager'],
        ],
    ],
    'groups' => [
        'class-a' => ['name' => 'Classe A', 'members' => array_slice($ids, 0, 20)],
        'class-b' => ['name' => 'Classe B', 'members' => array_slice($ids, 20)],
        'evening' => ['name' => 'Élèves du soir', 'members' => array_slice($ids, 15, 10)],
        'former' => ['name' => 'Anciens', 'members' => []],
    ],
    'places' => [
        'agora' => $place('Auditoire Agora', 'Place Agora', '19', '1348', 'Louvain-La-Neuve'),
        'library' => $place('Médiathèque', 'Rue des Écoles', '4', '5000', 'Namur'),
        'saint-gery' => $place('Salle Saint-Géry', 'Place Saint-Géry', '23', '1000', 'Bruxelles'),
    ],
];
