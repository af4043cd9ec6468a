import type { ActivitySpace, TrainingSession } from '../src/index.js';
import { InMemoryDirectory } from '../src/testing/index.js';
import { demoUsers } from './users.js';

export const demoTimeZone = 'Europe/Brussels';

export const demoSpaces: readonly ActivitySpace[] = [
  { id: 'demo', name: 'Former les formateurs' },
  { id: 'empty', name: 'Salle des professeurs' },
];

export const demoSessions: readonly TrainingSession[] = [
  {
    id: 'demo-2026',
    name: 'Session 2026-2027',
    startsOn: '2026-09-01',
    endsOn: '2027-06-30',
    timeZone: demoTimeZone,
  },
  {
    id: 'demo-2027',
    name: 'Session 2027-2028',
    startsOn: '2027-09-01',
    endsOn: '2028-06-30',
    timeZone: demoTimeZone,
  },
];

const groups = [
  { id: 'class-a', name: 'Classe A' },
  { id: 'class-b', name: 'Classe B' },
] as const;

/** The demo's people and rooms: `demo` is attached to both sessions, `empty` to none. */
export function demoDirectory(): InMemoryDirectory {
  const directory = new InMemoryDirectory();
  for (const space of demoSpaces) directory.addSpace(space);
  for (const group of groups) directory.addGroup(group);
  for (const session of demoSessions) {
    directory.attach('demo', session);
    fill(directory, session.id);
  }
  return directory;
}

function fill(directory: InMemoryDirectory, sessionId: string): void {
  const learners = demoUsers.filter(({ role }) => role === 'learner');
  learners.forEach((learner, index) =>
    directory.addLearner(sessionId, learner, [groups[index % 2 === 0 ? 0 : 1].id]),
  );
  for (const user of demoUsers) {
    if (user.role === 'trainer') directory.addTrainer(sessionId, user);
    if (user.role === 'manager') directory.addManager(sessionId, user.id);
  }
}
