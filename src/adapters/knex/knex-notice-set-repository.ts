import type { Knex } from 'knex';
import type { NoticeFacts } from '../../domain/notice/change-set.js';
import type { SetKind } from '../../domain/notice/notice.js';
import { type Instant, shiftInstant } from '../../domain/time/schedule.js';
import type {
  NoticeBacklog,
  NoticeItem,
  NoticeSet,
  NoticeSetRepository,
  Participant,
  StartingSeance,
  UnderivedEvent,
} from '../../ports/notice-repository.js';
import { waitingOf } from './count-of.js';
import { readBy } from './dialect.js';
import { eventColumns, eventFromRow, orderOfEvents } from './event-row.js';
import { chunks, replaceRows } from './many-rows.js';
import type {
  DerivationRow,
  EnrolmentRow,
  EventRow,
  NoticeItemRow,
  NoticeSetRow,
  SeanceRow,
} from './tables.js';

export class KnexNoticeSetRepository implements NoticeSetRepository {
  constructor(private readonly knex: Knex) {}

  async lockDerivation(): Promise<void> {
    await this.knex<DerivationRow>('seance_derivation').where({ id: 1 }).increment('touches', 1);
  }

  async hasUnderived(now: Instant): Promise<boolean> {
    const rows = await this.due(now).select('sequence').limit(1);
    return rows.length > 0;
  }

  async underived(now: Instant, limit: number): Promise<readonly UnderivedEvent[]> {
    const rows = await this.due(now)
      .select(...eventColumns, 'sequence', 'change_set', 'number')
      .orderBy(['derive_at', 'sequence'])
      .limit(limit);
    return rows
      .toSorted((one, other) => compareBy(orderOfEvents, one, other))
      .map((row) => ({
        sequence: row.sequence,
        changeSet: row.change_set ?? row.id,
        event: eventFromRow(row),
      }));
  }

  async backlog(now: Instant): Promise<NoticeBacklog> {
    const [events, sets] = await Promise.all([
      waitingOf(this.events().whereNotNull('derive_at'), 'happened_at'),
      waitingOf(this.closing(now, now), 'closes_at'),
    ]);
    const [oldest = null] = [events.oldest, sets.oldest].filter((one) => one !== null).toSorted();
    return { waiting: events.waiting + sets.waiting, oldest };
  }

  async markDerived(sequences: readonly number[]): Promise<void> {
    for (const part of chunks(sequences))
      await this.events().whereIn('sequence', part).update({ derive_at: null });
  }

  async seriesOf(seanceIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    for (const ids of chunks(seanceIds)) {
      const rows = await this.knex<SeanceRow>('seance').whereIn('id', ids).select('id', 'series_id');
      for (const { id, series_id: seriesId } of rows) if (seriesId !== null) found.set(id, seriesId);
    }
    return found;
  }

  async openSets(spaceIds: readonly string[], changeSets: readonly string[]): Promise<readonly NoticeSet[]> {
    const rows: NoticeSetRow[] = [];
    for (const ids of chunks(spaceIds))
      rows.push(
        ...(await this.sets()
          .whereNull('closed_at')
          .whereNull('claimed_by')
          .whereNull('origin')
          .where(
            (either) =>
              void either.whereNot({ kind: 'confirmation' }).orWhereIn('change_set', [...changeSets]),
          )
          .whereIn('space_id', ids)),
      );
    return rows.map(setFromRow);
  }

  async itemsAbout(
    setIds: readonly string[],
    {
      seanceIds,
      seriesIds,
    }: { readonly seanceIds: readonly string[]; readonly seriesIds: readonly string[] },
  ): Promise<readonly NoticeItem[]> {
    const found = new Map<string, NoticeItemRow>();
    const about = [
      ...chunks(seanceIds).map((ids) => ['seance_id', ids] as const),
      ...chunks(seriesIds).map((ids) => ['series_id', ids] as const),
    ];
    for (const sets of chunks(setIds))
      for (const [column, ids] of about)
        for (const row of await this.items().whereIn('set_id', sets).whereIn(column, ids))
          found.set(`${row.set_id} ${row.seance_id} ${row.user_id}`, row);
    return [...found.values()].map(itemFromRow);
  }

  async save(sets: readonly NoticeSet[], items: readonly NoticeItem[]): Promise<void> {
    await replaceRows<NoticeSetRow>(this.knex, 'seance_notice_set', sets.map(rowFromSet), [
      ...(['first_at', 'last_at', 'closes_at'] as const),
    ]);
    await replaceRows<NoticeItemRow>(
      this.knex,
      'seance_notice_item',
      items.map(rowFromItem),
      ['data'],
      itemKey,
    );
  }

  async remove(setIds: readonly string[]): Promise<void> {
    for (const ids of chunks(setIds)) {
      await this.items().whereIn('set_id', ids).delete();
      await this.sets().whereIn('id', ids).delete();
    }
  }

  async begunOf(origins: readonly string[]): Promise<ReadonlySet<string>> {
    const found = new Set<string>();
    for (const some of chunks(origins)) {
      const rows = await this.sets().whereIn('origin', some).select('origin');
      for (const { origin } of rows) if (origin !== null) found.add(origin);
    }
    return found;
  }

  async begin(sets: readonly NoticeSet[]): Promise<readonly NoticeSet[]> {
    const rows = sets.map(rowFromSet);
    await replaceRows<NoticeSetRow>(this.knex, 'seance_notice_set', rows, ['origin'], ['origin']);
    const begun = new Set<string>();
    for (const ids of chunks(sets.map(({ id }) => id)))
      for (const id of (await this.sets().whereIn('id', ids).pluck('id')) as string[]) begun.add(id);
    return sets.filter(({ id }) => begun.has(id));
  }

  async starting(after: Instant, until: Instant): Promise<readonly StartingSeance[]> {
    const rows = await this.knex<SeanceRow>(readBy(this.knex, 'seance', 'seance_to_remind'))
      .where('starts_at', '>', after)
      .where('starts_at', '<=', until)
      .whereNull('deleted_at')
      .whereNull('cancelled_at')
      .select('id', 'space_id', 'session_id', 'series_id', 'starts_at', 'created_at');
    return rows.map((row) => ({
      ...{ id: row.id, spaceId: row.space_id, sessionId: row.session_id, seriesId: row.series_id },
      ...{ startsAt: row.starts_at, createdAt: row.created_at },
    }));
  }

  async hasClosing(now: Instant): Promise<boolean> {
    return (await this.closing(now, await this.derivedUntil(now)).first('id')) !== undefined;
  }

  async claim(
    { token, until }: { readonly token: string; readonly until: Instant },
    now: Instant,
  ): Promise<NoticeSet | undefined> {
    const row = await this.closing(now, await this.derivedUntil(now))
      .whereNotExists(this.earlierOfItsSeances())
      .orderBy(['closes_at', 'id'])
      .first();
    if (!row) return undefined;
    // Found without a lock: whether nobody tells it is asked again by what claims it.
    const count = await this.closing(now, now)
      .where({ id: row.id })
      .update({ claimed_by: token, claimed_until: until });
    return count === 0 ? undefined : setFromRow(row);
  }

  async itemsOf(setId: string): Promise<readonly NoticeItem[]> {
    return (await this.items().where({ set_id: setId })).map(itemFromRow);
  }

  async itemsOfChange(changeSet: string, kind: SetKind): Promise<readonly NoticeItem[]> {
    const sets = this.sets().where({ change_set: changeSet, kind }).select('id');
    return (await this.items().whereIn('set_id', sets)).map(itemFromRow);
  }

  async participants(
    seanceIds: readonly string[],
    userIds?: readonly string[],
  ): Promise<readonly Participant[]> {
    const found: Participant[] = [];
    for (const ids of chunks(seanceIds)) {
      const rows = this.knex<EnrolmentRow>('seance_enrolment')
        .whereIn('seance_id', ids)
        .select('seance_id', 'user_id', 'status', 'enrolled_at');
      if (userIds) void rows.whereIn('user_id', [...userIds]);
      for (const row of await rows)
        found.push({
          ...{ seanceId: row.seance_id, userId: row.user_id },
          ...{ status: row.status, enrolledAt: row.enrolled_at },
        });
    }
    return found;
  }

  async close(setId: string, token: string, at: Instant): Promise<void> {
    await this.sets().where({ id: setId, claimed_by: token }).update({ closed_at: at });
  }

  private due(now: Instant) {
    return this.knex<EventRow>(readBy(this.knex, 'seance_event', 'seance_event_to_derive')).where(
      'derive_at',
      '<=',
      now,
    );
  }

  /** Until when all is derived, now at the latest: what joins a set that closes later may not be known yet. */
  private async derivedUntil(now: Instant): Promise<Instant> {
    const oldest = await this.due(now).orderBy(['derive_at', 'sequence']).first('derive_at');
    return oldest?.derive_at ? shiftInstant(oldest.derive_at, -1) : now;
  }

  private closing(now: Instant, until: Instant) {
    return this.sets()
      .whereNull('closed_at')
      .where('closes_at', '<=', until)
      .where((either) => void either.whereNull('claimed_until').orWhere('claimed_until', '<=', now));
  }

  /** Sets that are to be told before, of the same séances. */
  private earlierOfItsSeances() {
    return this.knex('seance_notice_item as i')
      .join('seance_notice_item as o', 'o.seance_id', 'i.seance_id')
      .join('seance_notice_set as e', 'e.id', 'o.set_id')
      .whereRaw('i.set_id = seance_notice_set.id')
      .whereNull('e.closed_at')
      .whereRaw(
        `(e.closes_at < seance_notice_set.closes_at
          or (e.closes_at = seance_notice_set.closes_at and e.id < seance_notice_set.id))`,
      )
      .select('e.id');
  }

  private events() {
    return this.knex<EventRow>('seance_event');
  }

  private sets() {
    return this.knex<NoticeSetRow>('seance_notice_set');
  }

  private items() {
    return this.knex<NoticeItemRow>('seance_notice_item');
  }
}

const itemKey = ['set_id', 'seance_id', 'user_id'] as const;

function compareBy<Row>(columns: readonly (keyof Row)[], one: Row, other: Row): number {
  const column = columns.find((name) => one[name] !== other[name]);
  if (column === undefined) return 0;
  return (one[column] ?? '') < (other[column] ?? '') ? -1 : 1;
}

function setFromRow(row: NoticeSetRow): NoticeSet {
  return {
    ...{ id: row.id, kind: row.kind, spaceId: row.space_id, changeSet: row.change_set, origin: row.origin },
    ...{ firstAt: row.first_at, lastAt: row.last_at, closesAt: row.closes_at },
  };
}

function rowFromSet({
  id,
  kind,
  spaceId,
  changeSet,
  origin,
  firstAt,
  lastAt,
  closesAt,
}: NoticeSet): NoticeSetRow {
  return {
    ...{ id, kind, space_id: spaceId, change_set: changeSet, origin },
    ...{ first_at: firstAt, last_at: lastAt, closes_at: closesAt },
    ...{ claimed_by: null, claimed_until: null, closed_at: null },
  };
}

export function itemFromRow(row: NoticeItemRow): NoticeItem {
  return {
    ...{ setId: row.set_id, seanceId: row.seance_id, userId: row.user_id },
    ...{ sessionId: row.session_id, seriesId: row.series_id },
    facts: JSON.parse(row.data) as NoticeFacts,
  };
}

function rowFromItem({ setId, seanceId, userId, sessionId, seriesId, facts }: NoticeItem): NoticeItemRow {
  return {
    ...{ set_id: setId, seance_id: seanceId, user_id: userId },
    ...{ session_id: sessionId, series_id: seriesId, data: JSON.stringify(facts) },
  };
}
