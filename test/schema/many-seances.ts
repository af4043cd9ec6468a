import type { Knex } from 'knex';
import { engineOf } from '../../src/adapters/knex/dialect.js';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import { insertRows } from '../../src/adapters/knex/many-rows.js';
import type { NoticeItemRow, NoticeRow, NoticeSetRow } from '../../src/adapters/knex/tables.js';
import { UuidGenerator } from '../../src/adapters/system/uuid-generator.js';
import { EventRecorder } from '../../src/application/event/event-recorder.js';
import type { SeanceGroup } from '../../src/domain/group/group.js';
import { enrolmentModes } from '../../src/domain/seance/seance-content.js';
import type { Instant } from '../../src/domain/time/schedule.js';
import type { OpenDatabase } from '../../src/adapters/knex/dialect.js';
import {
  nextId,
  place,
  seanceGroup,
  seanceRecord,
  sessionId,
  spaceId,
  startOf,
} from '../support/seance-records.js';

/** Séances of a session; ten sessions make 100,000. */
export const perSession = 10_000;
const seriesLength = 50;

export const trainerId = 'trainer3';
export const locationId = 'room-35';
export const seriesId = 'series-12';

/** How many more séances of the first space are in its bin, and since when. */
export const binned = 150;
export const binnedSeriesId = 'series-bin';
export const binnedAt = '2025-06-01T00:00:00Z' as Instant;

/** When the events that are due are due, and until when others are claimed. */
export const dueAt = '2026-01-01T12:00:00Z' as Instant;
export const claimedUntil = '2026-01-01T12:05:00Z' as Instant;

/** 100,000 séances in ten sessions of three spaces, and the engine's statistics of them. Answers one of the groups. */
export async function fillWithSeances(open: OpenDatabase): Promise<SeanceGroup> {
  const groups = Array.from({ length: 40 }, (_, index) => seanceGroup(`Groupe ${index}`));
  const places = Array.from({ length: 40 }, (_, index) => place(`room-${index}`));
  const records = Array.from({ length: perSession }, (_, index) => {
    const group = groups[index % 160];
    return seanceRecord({
      name: `Atelier ${index % 500}`,
      searchText: `atelier ${index % 500}\n${'un long texte '.repeat(10)}`,
      start: startOf(index, 2024),
      enrolmentMode: group ? 'public' : (enrolmentModes[index % 2] ?? 'manual'),
      capacity: index % 3 === 0 ? null : index % 40,
      ...(group && { group }),
      ...(index % 5 === 0 && { location: places[index % 40] ?? place('room-0') }),
      ...(index % 4 === 0 && {
        seriesId: `series-${Math.floor(index / seriesLength)}`,
        seriesNumber: index % seriesLength,
      }),
      trainers: [{ id: `trainer${index % 30}`, name: `Trainer ${index % 30}` }],
    });
  });
  await new KnexUnitOfWork(open).write(async (repositories) => {
    for (const one of groups) await repositories.groups.findOrAdd(one);
    for (const one of places) await repositories.locations.saveOwn('', one);
    await repositories.seances.insert(records);
  });
  for (let copy = 1; copy < 10; copy += 1) await copySession(open.knex, copy);
  await fillBin(open);
  return groups[7] ?? seanceGroup('');
}

/** Delivered events of each of the first 10,000 séances, and a hundredth as many that are due, claimed or left behind. */
export async function fillWithEvents(knex: Knex): Promise<void> {
  const first = () => knex('seance').where({ session_id: sessionId }).orderBy('id');
  for (let round = 0; round < 10; round += 1) await copyEvents(knex, first().limit(perSession), null, null);
  await copyEvents(knex, first().limit(600), dueAt, null);
  await copyEvents(knex, first().limit(600).offset(600), claimedUntil, null);
  await copyEvents(knex, first().limit(600).offset(1_200), null, dueAt);
}

async function copyEvents(
  knex: Knex,
  seances: Knex.QueryBuilder,
  due: Instant | null,
  purged: Instant | null,
): Promise<void> {
  const constants = {
    actor_id: 'trainer1',
    actor_name: 'T',
    type: 'seance.edited',
    data: '{}',
    happened_at: dueAt,
  };
  const columns = [
    'id',
    'space_id',
    'session_id',
    'seance_id',
    'due_at',
    'purged_at',
    ...Object.keys(constants),
  ];
  const values = [due, purged, ...Object.values(constants)].map((value) => knex.raw('?', [value]));
  const rows = seances.select(['id', 'space_id', 'session_id', knex.ref('id').as('seance_id'), ...values]);
  await knex(knex.raw('seance_event (??)', [columns])).insert(rows);
}

/** Lets somebody wait beside a free place in a few séances. */
export async function fillWithQueues(knex: Knex): Promise<void> {
  const ids = (await knex('seance')
    .where({ session_id: 'session-7' })
    .where('starts_at', '>', dueAt)
    .whereNull('capacity')
    .limit(30)
    .pluck('id')) as string[];
  await knex('seance').whereIn('id', ids).update({ waiting_count: 1 });
}

/** What people were told of before: 20,000 sets, every other one a reminder. */
export async function fillWithSets(knex: Knex): Promise<void> {
  const at = '2024-01-01T08:00:00Z' as Instant;
  const rows = Array.from({ length: 20_000 }, (_, index): NoticeSetRow => ({
    ...{ id: nextId(), kind: index % 10 === 0 ? 'information' : 'reminder' },
    ...{ space_id: 'space', change_set: index % 2 === 0 ? null : nextId() },
    origin: index % 2 === 0 ? `reminder ${index}` : null,
    ...{ first_at: at, last_at: at, closes_at: at, claimed_by: null, claimed_until: null, closed_at: at },
  }));
  await insertRows<NoticeSetRow>(knex, 'seance_notice_set', rows);
  const data = JSON.stringify({
    differences: {},
    actors: [],
    announced: [{ commentId: 'c', to: ['enrolled'] }],
  });
  const items = rows.map(({ id }, index): NoticeItemRow => ({
    ...{
      set_id: id,
      seance_id: `told-${index % 1_000}`,
      user_id: '',
      session_id: 's',
      series_id: null,
      data,
    },
  }));
  await insertRows<NoticeItemRow>(knex, 'seance_notice_item', items);
  const notices = rows.map(({ id, kind }): Partial<NoticeRow> => ({
    ...{ id: nextId(), set_id: id, user_id: 'learner1', space_id: 'space', kind, told_at: at },
  }));
  await insertRows<NoticeRow>(knex, 'seance_notice', notices);
}

export async function gatherStatistics(knex: Knex): Promise<void> {
  if (engineOf(knex) === 'sqlite') await knex.raw('analyze');
  else
    await knex.raw(
      'analyze table seance, seance_trainer, seance_group, seance_location, seance_event, seance_notice_set, seance_notice_item, seance_notice',
    );
}

async function fillBin(open: OpenDatabase): Promise<void> {
  const parts = { sessionId: 'session-bin', seriesId: binnedSeriesId };
  const deleted = Array.from({ length: binned }, () => seanceRecord(parts));
  const ids = deleted.map(({ seance }) => seance.id);
  await new KnexUnitOfWork(open).write(async (repositories) => {
    await repositories.seances.insert(deleted);
    await repositories.deletions.markDeleted(ids, binnedAt, 'trainer1', nextId());
    const facts = deleted.map(({ seance }) => ({ type: 'seance.deleted', seance }) as const);
    await new EventRecorder(new UuidGenerator()).record(repositories, null, binnedAt, facts);
  });
}

/** Copies the first session within the database, which is much faster than sending its rows again. */
async function copySession(knex: Knex, copy: number): Promise<void> {
  const target = { space_id: copy < 4 ? spaceId : `space-${copy % 2}`, session_id: `session-${copy}` };
  await copyRows(
    knex,
    'seance',
    { ...target, id: newId('id', copy) },
    { space_id: spaceId, session_id: sessionId },
  );
  const first = knex('seance').select('id').where({ space_id: spaceId, session_id: sessionId });
  await copyRows(knex, 'seance_trainer', { seance_id: newId('seance_id', copy) }, (rows) =>
    rows.whereIn('seance_id', first),
  );
}

async function copyRows(
  knex: Knex,
  table: string,
  changes: Record<string, string>,
  which: Record<string, string> | ((rows: Knex.QueryBuilder) => Knex.QueryBuilder),
): Promise<void> {
  const columns = Object.keys(await knex(table).columnInfo());
  const values = columns.map((column) => {
    const change = changes[column];
    if (change === undefined) return knex.ref(column);
    return change.startsWith('replace(') ? knex.raw(change) : knex.raw('?', [change]);
  });
  const rows = knex(table).select(values);
  const found = typeof which === 'function' ? which(rows) : rows.where(which);
  await knex(knex.raw('?? (??)', [table, columns])).insert(found);
}

/** SQL for an id of its own in each session: both engines write `replace` alike. */
function newId(column: string, copy: number): string {
  return `replace(${column}, '-8000-', '-80${String(copy).padStart(2, '0')}-')`;
}
