import type { Person } from '../src/index.js';
import { person } from '../src/testing/index.js';

export type Role = 'administrator' | 'manager' | 'trainer' | 'learner' | 'guest';

/** Somebody who can sign in to the demo. There are no passwords: everybody may be anybody. */
export interface DemoUser extends Person {
  readonly role: Role;
}

const trainerNames: readonly (readonly [string, string])[] = [
  ['Charles Montgomery', 'BURNS'],
  ['Anh Thao', 'PHAM'],
  ['Seymour', 'SKINNER'],
];

/** The last one is what tells somebody from their namesake. */
const learnerNames: readonly (readonly [string, string, string?])[] = [
  ['Aurélie', 'ADAM'],
  ['Benoît', 'BAUDOUIN'],
  ['Célia', 'BODART'],
  ['Dorian', 'CLAES'],
  ['Éléonore', 'COLLIGNON'],
  ['François', 'DE BACKER'],
  ['Gaëlle', 'DEFLANDRE'],
  ['Hélène', 'DELVAUX'],
  ['Inès', 'D’HAENE'],
  ['Jérôme', 'DUBOIS'],
  ['Kévin', 'ÉTIENNE'],
  ['Loïc', 'FONTAINE'],
  ['Maëlle', 'GÉRARD'],
  ['Noémie', 'GILSON'],
  ['Océane', 'GRÉGOIRE'],
  ['Pénélope', 'HENDRICKX'],
  ['Quentin', 'HERMAN'],
  ['Raphaël', 'JACQUES'],
  ['Solène', 'JANSSENS'],
  ['Théo', 'LAMBERT'],
  ['Ursula', 'LECLERCQ'],
  ['Véronique', 'LEFÈVRE'],
  ['Wim', 'LIÉGEOIS'],
  ['Xavier', 'MAES'],
  ['Yaël', 'MARÉCHAL'],
  ['Zoé', 'MERTENS'],
  ['Amélie', 'NOËL'],
  ['Bérénice', 'PEETERS'],
  ['Cédric', 'PIÉRARD'],
  ['Désiré', 'RENARD'],
  ['Émile', 'SERVAIS'],
  ['Fatoumata', 'SIMON'],
  ['Grégory', 'STÉVENART'],
  ['Hugo', 'THIRY'],
  ['Isaïe', 'VANDENBERGHE'],
  ['Joëlle', 'VAN DEN BROECK'],
  ['Karim', 'VERMEULEN'],
  ['Léa', 'WAUTERS', 'Haute école de Namur'],
  ['Léa', 'WAUTERS', 'Haute école de Liège'],
  ['Nadège', 'ŒSTGES'],
];

const trainers = trainerNames.map(([first, last], index) =>
  user('trainer', `trainer${index + 1}`, first, last),
);
const learners = learnerNames.map(([first, last, detail], index) =>
  user('learner', `learner${index + 1}`, first, last, detail),
);

export const demoUsers: readonly DemoUser[] = [
  user('administrator', 'admin', 'Marie', 'DUPONT'),
  user('manager', 'manager', 'Luc', 'VANDERSTRAETEN'),
  ...trainers,
  ...learners,
  user('guest', 'outsider', 'Odile', 'DEHORS'),
];

const byId = new Map(demoUsers.map((user) => [user.id, user]));

export function findUser(id: string | undefined): DemoUser | undefined {
  return id === undefined ? undefined : byId.get(id);
}

function user(role: Role, id: string, firstName: string, lastName: string, detail?: string): DemoUser {
  return { ...person(id, firstName, lastName, detail), role };
}
