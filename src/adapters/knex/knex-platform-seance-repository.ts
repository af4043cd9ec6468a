import type { Knex } from 'knex';
import type { PageOf } from '../../domain/page.js';
import type { Occupation, Resource } from '../../domain/seance/clashes.js';
import { type DayRange, shiftDay } from '../../domain/closed-day/closed-days.js';
import type { Instant } from '../../domain/time/schedule.js';
import type { CalendarDate } from '../../domain/time/wall-time.js';
import type {
  DeletedSearch,
  Occupations,
  OccupationSearch,
  PlatformSeanceRepository,
  PlatformSearch,
  SeanceAddress,
  SeanceOutline,
  StoredSchedule,
} from '../../ports/platform-seance-repository.js';
import type { AttendanceSlotRow } from './attendance-tables.js';
import { countOf } from './count-of.js';
import { neverScanned, readBy } from './dialect.js';
import { chunks } from './many-rows.js';
import { inPlatforms } from './in-platforms.js';
import { touchEntries } from './entry-changes.js';
import { onDays } from './on-days.js';
import type { CommentRow, ResourceRow, SeanceRow, TrainerRow } from './tables.js';

const outline = { id: 'id', spaceId: 'space_id', name: 'name', start: 'start_local' } as const;

/** SQLite takes an expression of a thousand levels, and each alternative is one. */
const rangesPerStatement = 200;

/**
 * How long before a day a séance may start that is still on it. The index is by start, so that each day of this is read:
 * a quarter of a year keeps that to a few thousand rows on a platform of 100,000 séances.
 */
const mostDaysBefore = 92;

/** A stretch of days, and from when on a séance starts that is on it and on none before. */
interface DaysSearch extends DayRange {
  readonly since: CalendarDate;
}

/** A séance that takes a trainer or a place. */
interface OccupationRow extends Pick<SeanceRow, 'id' | 'space_id' | 'name' | 'starts_at' | 'ends_at'> {
  readonly resource_id: string;
}

export class KnexPlatformSeanceRepository implements PlatformSeanceRepository {
  constructor(private readonly knex: Knex) {}

  async atLocation(platformId: string, locationId: string, limit: number): Promise<PageOf<SeanceOutline>> {
    const found = () => {
      const there = this.seances().where({ location_id: locationId }).whereNull('deleted_at');
      return inPlatforms(there, 'seance.space_id', [platformId]);
    };
    const items = await found()
      .select(outline)
      .orderBy([
        { column: 'ends_at', order: 'desc' },
        { column: 'starts_at', order: 'desc' },
      ])
      .limit(limit);
    return { items, total: await countOf(found()) };
  }

  async onDays(
    platformId: string,
    ranges: readonly DayRange[],
    limit: number,
  ): Promise<PageOf<SeanceOutline>> {
    const items: SeanceOutline[] = [];
    let total = 0;
    for (const batch of chunks(searchesOf(ranges), rangesPerStatement)) {
      total += await countOf(this.onSome(platformId, batch));
      if (items.length === limit) continue;
      const first = this.onSome(platformId, batch).select(outline).orderBy(['start_local', 'id']);
      items.push(...(await first.limit(limit - items.length)));
    }
    return { items, total };
  }

  async occupations(search: OccupationSearch): Promise<Occupations> {
    const trainers = search.trainerIds.length > 0 ? await this.takingTrainers(search) : [];
    const places = search.locationId === null ? [] : await this.takingPlace(search, search.locationId);
    const except = new Set(search.exceptIds);
    const occupationsOf = (rows: readonly OccupationRow[], kind: Occupation['kind']) =>
      rows.filter(({ id }) => !except.has(id)).map((row) => occupationFrom(row, kind, search.spaceId));
    return {
      found: [...occupationsOf(trainers, 'trainer'), ...occupationsOf(places, 'location')],
      complete: trainers.length <= search.most && places.length <= search.most,
    };
  }

  async lockResources(resources: readonly Resource[]): Promise<void> {
    // Always in the same order, so that two who need the same do not wait for each other.
    const rows = resources
      .map(({ kind, resourceId }): ResourceRow => ({ kind, resource_id: resourceId, touches: 1 }))
      .sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
    for (const batch of chunks(rows)) {
      await this.resources()
        .insert(batch)
        .onConflict(['kind', 'resource_id'])
        .merge({ touches: this.knex.raw('?? + 1', ['seance_resource.touches']) });
    }
  }

  async addresses(of: PlatformSearch, afterId: string, limit: number): Promise<readonly SeanceAddress[]> {
    const page = this.idsOf(of, afterId).orderBy('id').limit(limit).as('p');
    const found = this.knex<SeanceRow>('seance as s').join(page, 'p.id', 's.id').orderBy('s.id');
    const rows = await found.select<Pick<SeanceRow, 'id' | 'space_id' | 'session_id' | 'deleted_at'>[]>(
      's.id',
      's.space_id',
      's.session_id',
      's.deleted_at',
    );
    return rows.map(({ id, space_id: spaceId, session_id: sessionId, deleted_at: deletedAt }) => ({
      ...{ id, spaceId, sessionId },
      isDeleted: deletedAt !== null,
    }));
  }

  async lockSchedules(
    endingAfter: Instant,
    afterId: string,
    size: number,
  ): Promise<readonly StoredSchedule[]> {
    return this.seances()
      .select({
        ...{ id: 'id', spaceId: 'space_id', sessionId: 'session_id', name: 'name' },
        ...{ start: 'start_local', end: 'end_local', timeZone: 'time_zone' },
        ...{ startsAt: 'starts_at', endsAt: 'ends_at' },
      })
      .where('id', '>', afterId)
      .where('ends_at', '>', endingAfter)
      .orderBy('id')
      .limit(size)
      .forUpdate();
  }

  async moveSchedules(schedules: readonly StoredSchedule[], at: Instant): Promise<void> {
    for (const { id, startsAt, endsAt } of schedules) {
      const when = { starts_at: startsAt, ends_at: endsAt };
      await this.seances()
        .where({ id })
        .update({ ...when, updated_at: at, version: this.knex.raw('version + 1') });
      await this.trainers().where({ seance_id: id }).update(when);
    }
  }

  async removeTrainer(userId: string, seanceIds: readonly string[]): Promise<void> {
    await this.trainers().where({ user_id: userId }).whereIn('seance_id', seanceIds).delete();
  }

  async renameTrainer(userId: string, name: string, seanceIds: readonly string[]): Promise<void> {
    await this.trainers()
      .where({ user_id: userId })
      .whereIn('seance_id', seanceIds)
      .update({ name: storedName(name) });
  }

  async touchEntries(seanceIds: readonly string[], at: Instant): Promise<void> {
    for (const ids of chunks(seanceIds)) await touchEntries(this.seances().whereIn('id', ids), at);
  }

  async forgetUser(userId: string): Promise<void> {
    await this.seances().where({ created_by: userId }).update({ created_by: '' });
    await this.seances().where({ deleted_by: userId }).update({ deleted_by: '' });
    await this.seances().where({ cancelled_by: userId }).update({ cancelled_by: '', cancelled_by_name: '' });
    await this.resources().where({ kind: 'trainer', resource_id: userId }).delete();
  }

  /** Those after `afterId`: where they are few in a large table, by an index that finds them and not by the order of ids. */
  private idsOf(of: PlatformSearch, afterId: string): Knex.QueryBuilder {
    if ('trainerId' in of) {
      const taught = this.knex<TrainerRow>(readBy(this.knex, 'seance_trainer', 'seance_trainer_by_time'))
        .where({ user_id: of.trainerId })
        .where('seance_id', '>', afterId);
      if (of.unlessNamed !== undefined) void taught.whereNot('name', storedName(of.unlessNamed));
      return taught.select({ id: 'seance_id' });
    }
    if ('commentedBy' in of)
      return this.knex<CommentRow>(readBy(this.knex, 'seance_comment', 'seance_comment_by'))
        .where({ author_id: of.commentedBy })
        .where('seance_id', '>', afterId)
        .distinct({ id: 'seance_id' });
    if ('locationId' in of)
      return this.knex<SeanceRow>(readBy(this.knex, 'seance', 'seance_at_location'))
        .where({ location_id: of.locationId })
        .where('id', '>', afterId)
        .select('id');
    const found = this.seances().where('id', '>', afterId).select('id');
    if ('sessionId' in of) return found.where({ session_id: of.sessionId });
    if ('spaceId' in of) return found.where({ space_id: of.spaceId });
    return this.deleted(found, of);
  }

  private deleted(
    found: Knex.QueryBuilder,
    { deletedBefore, signedSince, platformId }: DeletedSearch,
  ): Knex.QueryBuilder {
    const signed = this.knex<AttendanceSlotRow>('seance_attendance_slot as t')
      .whereRaw('?? = ??', ['t.seance_id', 'seance.id'])
      .where('t.is_signed', true)
      .where('t.closed_at', '>=', signedSince)
      .select(this.knex.raw('1'));
    const old = found.where('deleted_at', '<', deletedBefore).whereNotExists(signed);
    return inPlatforms(old, 'seance.space_id', [platformId]);
  }

  private onSome(platformId: string, searches: readonly DaysSearch[]) {
    const found = this.knex<SeanceRow>(neverScanned(this.knex, 'seance', 's', ['seance_by_day']))
      .whereNull('deleted_at')
      .where((anyOf) => {
        for (const { since, startsOn, endsOn } of searches)
          void anyOf.orWhere((one) => {
            onDays(one.where('start_local', '>=', since), { from: startsOn, to: endsOn });
          });
      });
    return inPlatforms(found, 's.space_id', [platformId]);
  }

  private takingTrainers({ trainerIds, from, to, most }: OccupationSearch): Promise<OccupationRow[]> {
    return this.knex<TrainerRow>('seance_trainer as t')
      .join('seance as s', 's.id', 't.seance_id')
      .whereIn('t.user_id', trainerIds)
      .where('t.ends_at', '>', from)
      .where('t.starts_at', '<', to)
      .whereNull('s.deleted_at')
      .whereNull('s.cancelled_at')
      .limit(most + 1)
      .select<OccupationRow[]>('s.id', 's.space_id', 's.name', 's.starts_at', 's.ends_at', {
        resource_id: 't.user_id',
      });
  }

  private takingPlace({ from, to, most }: OccupationSearch, locationId: string): Promise<OccupationRow[]> {
    return this.seances()
      .where({ location_id: locationId })
      .where('ends_at', '>', from)
      .where('starts_at', '<', to)
      .whereNull('deleted_at')
      .whereNull('cancelled_at')
      .limit(most + 1)
      .select<OccupationRow[]>('id', 'space_id', 'name', 'starts_at', 'ends_at', {
        resource_id: 'location_id',
      });
  }

  private seances() {
    return this.knex<SeanceRow>('seance');
  }

  private resources() {
    return this.knex<ResourceRow>('seance_resource');
  }

  private trainers() {
    return this.knex<TrainerRow>('seance_trainer');
  }
}

function keyOf({ kind, resource_id: id }: ResourceRow): string {
  return `${kind} ${id}`;
}

/** One that runs from one stretch into the next was found on the first. */
function searchesOf(ranges: readonly DayRange[]): readonly DaysSearch[] {
  return ranges.map((range, index) => {
    const earliest = shiftDay(range.startsOn, -mostDaysBefore);
    const before = ranges[index - 1];
    const next = before ? shiftDay(before.endsOn, 1) : earliest;
    return { ...range, since: next > earliest ? next : earliest };
  });
}

function storedName(name: string): string {
  return name.slice(0, 255);
}

function occupationFrom(row: OccupationRow, kind: Occupation['kind'], spaceId: string): Occupation {
  return {
    kind,
    resourceId: row.resource_id,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    seance: row.space_id === spaceId ? { id: row.id, name: row.name } : null,
  };
}
