import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import type { Enrolment } from '../../src/domain/enrolment/enrolment.js';
import type { SeanceGroup } from '../../src/domain/group/group.js';
import type { Seance } from '../../src/domain/seance/seance.js';
import type { EnrolmentRepository } from '../../src/ports/enrolment-repository.js';
import type { TestDatabase } from './databases.js';
import { nextId, noon, type RecordParts, seanceGroup, seanceRecord } from './seance-records.js';

/** A learner's enrolment in a séance: a place, unless `parts` say otherwise. Names are made from the id. */
export function enrolmentIn(
  { id: seanceId, spaceId, sessionId }: Pick<Seance, 'id' | 'spaceId' | 'sessionId'>,
  userId: string,
  turn: number,
  parts: Partial<Enrolment> = {},
): Enrolment {
  const status = parts.status ?? 'enrolled';
  return {
    ...{ id: nextId(), seanceId, spaceId, sessionId, status, turn, source: 'self', insteadOf: null },
    learner: { id: userId, name: `Léa ${userId}`, firstName: 'Léa', lastName: userId },
    requestedAt: noon,
    enrolledAt: status === 'enrolled' ? noon : null,
    ...parts,
  };
}

export const waiting = { status: 'waiting', enrolledAt: null } as const;

export function usersOf(some: readonly Enrolment[]): readonly string[] {
  return some.map(({ learner }) => learner.id);
}

/** What tests of places do with one database. */
export function placesIn(database: TestDatabase) {
  const work = () => new KnexUnitOfWork(database.open);
  const read = <T>(use: (enrolments: EnrolmentRepository) => Promise<T>) =>
    work().read(({ enrolments }) => use(enrolments));
  const change = <T>(use: (enrolments: EnrolmentRepository) => Promise<T>) =>
    work().write(({ enrolments }) => use(enrolments));
  const seancesWith = async (many: readonly RecordParts[]): Promise<readonly Seance[]> => {
    const records = many.map((parts) => seanceRecord({ enrolmentMode: 'public', ...parts }));
    await work().write(({ seances }) => seances.insert(records));
    return records.map(({ seance }) => seance);
  };
  const add = (...enrolments: readonly Enrolment[]) => change((into) => into.insert(enrolments));
  return {
    work,
    read,
    change,
    add,
    seancesWith,
    seanceWith: async (parts: RecordParts = {}) => (await seancesWith([parts]))[0] as Seance,
    groupWith: (parts: Partial<SeanceGroup> = {}) =>
      work().write(({ groups }) => groups.findOrAdd(seanceGroup('Ateliers', parts))),
    allOf: ({ id }: Seance) => read((enrolments) => enrolments.allAfter(id, 0, 5_000)),
    remove: ({ id }: Seance) =>
      work().write(({ deletions }) => deletions.markDeleted([id], noon, 'trainer1', nextId())),
    clear: async () => {
      for (const table of ['seance', 'seance_enrolment', 'seance_group']) await database.knex(table).delete();
    },
  };
}
