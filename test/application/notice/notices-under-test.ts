import { expect } from 'chai';
import { NoMetrics } from '../../../src/adapters/host/optional-ports.js';
import { KnexUnitOfWork } from '../../../src/adapters/knex/knex-unit-of-work.js';
import type {
  EnrolmentRow,
  EventRow,
  NoticeItemRow,
  NoticeRow,
  SeanceRow,
  TrainerRow,
} from '../../../src/adapters/knex/tables.js';
import { UuidGenerator } from '../../../src/adapters/system/uuid-generator.js';
import { DeriveNotices } from '../../../src/application/notice/derive-notices.js';
import { TellNotices } from '../../../src/application/notice/tell-notices.js';
import { ReadSettings } from '../../../src/application/settings/read-settings.js';
import type { NoticeFacts } from '../../../src/domain/notice/change-set.js';
import type { TestDatabase } from '../../support/databases.js';
import { settingsInForce } from '../../support/settings.js';
import { Campus } from '../repetition/campus/campus.js';
import type { Seen, ToldNotice } from './told-model.js';

/** Somebody's notice of a set, and what the set says of one séance. */
type ToldRow = Pick<NoticeRow, 'id' | 'user_id' | 'kind' | 'seance_ids'> &
  Pick<NoticeItemRow, 'seance_id' | 'data'>;

const tables = [
  ...['seance', 'seance_trainer', 'seance_enrolment', 'seance_group', 'seance_event'],
  ...['seance_notice', 'seance_notice_set', 'seance_notice_item'],
];

/** The plugin, asked by the requests that a browser makes, and its workers, which work when they are told to. */
export class NoticesUnderTest {
  readonly campus: Campus;
  private readonly ids: string[] = [];
  /** Notices that were seen before. */
  private readonly known = new Set<string>();
  private readonly deriving: DeriveNotices;
  private readonly telling: TellNotices;

  constructor(
    private readonly database: TestDatabase,
    learners: number,
  ) {
    this.campus = new Campus(database.knex, learners);
    const work = new KnexUnitOfWork(database.open);
    const [ids, { clock, host }] = [new UuidGenerator(), this.campus];
    this.deriving = new DeriveNotices(work, ids, clock, ['confirmation']);
    const settings = new ReadSettings(work, settingsInForce());
    this.telling = new TellNotices(work, host.directory, settings, ids, clock, true, new NoMetrics());
  }

  /** Forgets everything; two séances are a series then, one is alone, and everybody is in the last. Nobody is told of that. */
  async begin(): Promise<void> {
    for (const table of tables) await this.database.knex(table).delete();
    this.ids.length = 0;
    const open = { enrolmentMode: 'public', capacity: 1, trainerIds: ['trainer1'] };
    const { id } = await this.campus.create(open);
    const { items } = await this.campus.repeat(id, { weekdays: ['MO'], weeks: 1 });
    const alone = await this.campus.create({ ...open, capacity: 2 });
    const everybody = await this.campus.create({ enrolmentMode: 'automatic', trainerIds: ['trainer2'] });
    this.ids.push(id, ...items.map((one) => one.id), alone.id, everybody.id);
    this.pass(600);
    await this.derive();
    await this.tell();
    for (const table of tables.slice(-3)) await this.database.knex(table).delete();
  }

  get now(): number {
    return Date.parse(this.campus.clock.now()) / 1_000;
  }

  pass(seconds: number): void {
    this.campus.clock.advance(seconds);
  }

  /** What is refused changes nothing, which is a thing that may happen too. */
  async send(as: string, method: string, index: number, path = '', body?: object): Promise<void> {
    const address = `demo/seances/${this.ids[index]}${path}`;
    const { status } = await this.campus.request(method, address, body, { 'x-actor': as });
    expect(status, `${method} ${address}`).to.be.below(500);
  }

  /** Staff move somebody, or take them away, where they have a place. */
  async place(as: string, userId: string, from: number, to: number | null): Promise<void> {
    const where = { seance_id: this.ids[from] ?? '', user_id: userId };
    const row = await this.database.knex<EnrolmentRow>('seance_enrolment').where(where).first('id');
    if (!row) return;
    const path = `/enrolments/${row.id}`;
    if (to === null) await this.send(as, 'DELETE', from, path);
    else await this.send(as, 'POST', from, `${path}/move`, { seanceId: this.ids[to] });
  }

  /** One request about several that were ticked. */
  async ticked(as: string, act: 'cancel' | 'reinstate', indexes: readonly number[]): Promise<void> {
    const ids = indexes.map((index) => this.ids[index]);
    const { status } = await this.campus.request('POST', `demo/seances/${act}`, { ids }, { 'x-actor': as });
    expect(status).to.be.below(500);
  }

  async seen(): Promise<readonly Seen[]> {
    const { knex } = this.database;
    const [seances, trainers, places] = [
      await knex<SeanceRow>('seance'),
      await knex<TrainerRow>('seance_trainer').orderBy('position'),
      await knex<EnrolmentRow>('seance_enrolment'),
    ];
    return this.ids.map((id) => {
      const row = seances.find((one) => one.id === id);
      if (!row) throw new Error(`There is no séance ${id}.`);
      return {
        ...{ seriesId: row.series_id, isAutomatic: row.enrolment_mode === 'automatic' },
        isDeleted: row.deleted_at !== null,
        trainers: trainers.filter((one) => one.seance_id === id).map((one) => one.user_id),
        places: Object.fromEntries(
          places.filter((one) => one.seance_id === id).map((one) => [one.user_id, one.status]),
        ),
        shown: shownOf(row),
      };
    });
  }

  async derive(): Promise<void> {
    while ((await this.deriving.run()) > 0);
  }

  async tell(): Promise<void> {
    while (await this.telling.run());
  }

  /** Until when all that has happened is derived: what came before that is known. */
  async derivedUntil(): Promise<number> {
    const [row] = await this.database
      .knex<EventRow>('seance_event')
      .min<{ readonly first: string | null }[]>({ first: 'derive_at' });
    return row?.first ? Date.parse(row.first) / 1_000 - 1 : this.now;
  }

  /** What people were told since they were last asked. */
  async newlyTold(): Promise<readonly ToldNotice[]> {
    const rows = (await this.database
      .knex('seance_notice as n')
      .join('seance_notice_item as i', 'i.set_id', 'n.set_id')
      .whereIn('i.user_id', ['', this.database.knex.ref('n.user_id')])
      .select('n.id', 'n.user_id', 'n.kind', 'n.seance_ids', 'i.seance_id', 'i.data')) as readonly ToldRow[];
    const notices = new Map<string, ToldNotice>();
    for (const row of rows) {
      const { id, user_id: userId, kind, seance_ids: theirs } = row;
      const known = notices.get(id) ?? { kind, userId, seances: {} };
      const isTheirs = theirs === null || (JSON.parse(theirs) as string[]).includes(row.seance_id);
      const { differences } = JSON.parse(row.data) as NoticeFacts;
      const different = Object.fromEntries(
        Object.entries(differences)
          .toSorted()
          .map(([name, { before, after }]) => [name, [plain(before), plain(after)]] as const)
          .filter(([, [before, after]]) => before !== after),
      );
      const isTold = isTheirs && Object.keys(different).length > 0;
      const told = isTold ? { [this.ids.indexOf(row.seance_id)]: different } : {};
      if (!this.known.has(id)) notices.set(id, { ...known, seances: { ...known.seances, ...told } });
    }
    for (const id of notices.keys()) this.known.add(id);
    return [...notices.values()];
  }
}

function shownOf(row: SeanceRow): Seen['shown'] {
  return {
    ...{ start: row.start_local, end: row.end_local, timeZone: row.time_zone },
    ...{ locationId: row.location_id, onlineUrl: row.online_url },
    cancelled: row.cancelled_at === null ? null : (row.cancellation_reason ?? ''),
  };
}

/** A cancellation is its reason. */
function plain(value: unknown): unknown {
  return value !== null && typeof value === 'object' && 'reason' in value ? value.reason : value;
}
