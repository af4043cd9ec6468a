import type { Knex } from 'knex';
import type { Comment } from '../../domain/comment/comment.js';
import { groupedBy } from '../../domain/grouped.js';
import { placeLine } from '../../domain/location/location.js';
import type { CommentRepository } from '../../ports/comment-repository.js';
import type {
  FeedEntry,
  FeedGlance,
  FeedQuery,
  FeedEntryRepository,
} from '../../ports/feed-entry-repository.js';
import { entryChangedAt, entryVersionOf } from './entry-changes.js';
import { KnexCommentRepository } from './knex-comment-repository.js';
import { locationColumns, locationFromRow } from './location-row.js';
import { chunks } from './many-rows.js';
import { enrolmentsOf, learntByAll, sessionsPerStatement, taughtBy } from './own-seances.js';
import { placeFromRow, seanceFromRow, type StoredSeance } from './seance-row.js';
import type { LocationRow, SeanceRow, TrainerRow } from './tables.js';
import { eachSeance, type RowPerTrainer, type TrainedSeance, trainedSeances } from './trained-seances.js';

export class KnexFeedEntryRepository implements FeedEntryRepository {
  private readonly comments: CommentRepository;

  constructor(private readonly knex: Knex) {
    this.comments = new KnexCommentRepository(knex);
  }

  async ofUser(query: FeedQuery): Promise<readonly FeedGlance[]> {
    const ways = await Promise.all([this.learntByAll(query), this.enrolled(query), this.taught(query)]);
    const found = ways.flat();
    const first = eachOnce(found.flatMap(({ seances }) => seances))
      .sort(inOrder)
      .slice(0, query.limit);
    const names = namesOf(found.flatMap(({ trainers }) => trainers));
    const places = await this.places(first.map(({ location_id: id }) => id));
    return first.map((row) => {
      const { id: seanceId, space_id: spaceId, session_id: sessionId, location_id: place } = row;
      const state = stateOf(row, names.get(seanceId) ?? [], (place !== null && places.get(place)) || '');
      return { seanceId, spaceId, sessionId, state };
    });
  }

  async entries(seanceIds: readonly string[]): Promise<readonly FeedEntry[]> {
    const found: FeedEntry[] = [];
    for (const ids of chunks(seanceIds)) {
      // All at once, so that the state is that of what is read.
      const rows = await trainedSeances(this.knex)
        .select<EntryRow[]>({ entry_changes: 's.entry_changes', entry_changed_at: 's.entry_changed_at' })
        .whereIn('s.id', ids);
      const seances = eachSeance(rows);
      const comments = await this.commentsOf(seances.map(({ row }) => row));
      found.push(...seances.map((seance) => entryOf(seance, comments.get(seance.row.id) ?? [])));
    }
    return found;
  }

  /** Read after their séances: what comes in between belongs to a later state. */
  private async commentsOf(rows: readonly StoredSeance[]): Promise<ReadonlyMap<string, readonly Comment[]>> {
    const commented = rows.filter(({ comment_count: count }) => count > 0);
    const found: Comment[] = [];
    for (const [spaceId, some] of groupedBy(commented, ({ space_id: id }) => id))
      found.push(
        ...(await this.comments.ofSeances(
          spaceId,
          some.map(({ id }) => id),
        )),
      );
    return groupedBy(found, ({ seanceId }) => seanceId);
  }

  private async learntByAll(query: FeedQuery): Promise<Glanced[]> {
    const found: Glanced[] = [];
    for (const batch of chunks(query.learnsIn, sessionsPerStatement)) {
      found.push(await this.glance(learntByAll(this.knex, batch), 's.id', 's', query));
    }
    return found;
  }

  private async enrolled(query: FeedQuery): Promise<Glanced> {
    const places = enrolmentsOf(this.knex, query.userId).where('e.status', 'enrolled');
    return this.glance(places, 's.id', 's', query);
  }

  private async taught(query: FeedQuery): Promise<Glanced> {
    return this.glance(taughtBy(this.knex, query.userId), 't.seance_id', 't', query);
  }

  /**
   * Séances and the names of their trainers at once, each by a connection of its own: what one of them has and the other
   * not yet makes a state that nobody has.
   *
   * @param times whose times the séances are found by.
   */
  private async glance(
    found: Knex.QueryBuilder,
    id: string,
    times: 's' | 't',
    { endingAfter, limit }: FeedQuery,
  ): Promise<Glanced> {
    const first = found
      .select({ id })
      .where(`${times}.ends_at`, '>', endingAfter)
      .orderBy([`${times}.starts_at`, id])
      .limit(limit)
      .as('f');
    const [seances, trainers] = await Promise.all([
      this.knex(first).join('seance as s', 's.id', 'f.id').select<GlanceRow[]>(glanceColumns),
      this.knex(first).join('seance_trainer as w', 'w.seance_id', 'f.id').select<NameRow[]>(nameColumns),
    ]);
    return { seances, trainers };
  }

  /** Each in a line, by id. */
  private async places(ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    for (const batch of chunks([...new Set(ids)].filter((id) => id !== null))) {
      const rows = await this.knex<LocationRow>('seance_location')
        .select(...locationColumns)
        .whereIn('id', batch);
      for (const row of rows) found.set(row.id, placeLine(locationFromRow(row)));
    }
    return found;
  }
}

const glanceColumns = {
  id: 's.id',
  space_id: 's.space_id',
  session_id: 's.session_id',
  version: 's.version',
  entry_changes: 's.entry_changes',
  comment_count: 's.comment_count',
  starts_at: 's.starts_at',
  ends_at: 's.ends_at',
  location_id: 's.location_id',
} as const;

const nameColumns = { seance_id: 'w.seance_id', name: 'w.name', position: 'w.position' } as const;

type GlanceRow = Pick<SeanceRow, keyof typeof glanceColumns>;
type NameRow = Pick<TrainerRow, keyof typeof nameColumns>;
interface Glanced {
  readonly seances: readonly GlanceRow[];
  readonly trainers: readonly NameRow[];
}

function eachOnce(rows: readonly GlanceRow[]): GlanceRow[] {
  const byId = new Map<string, GlanceRow>();
  for (const row of rows) byId.set(row.id, row);
  return [...byId.values()];
}

/** By séance, at the position of each. */
function namesOf(rows: readonly NameRow[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { seance_id: id, name, position } of rows) {
    const names = found.get(id) ?? [];
    names[position] = name;
    found.set(id, names);
  }
  return found;
}

type EntryRow = RowPerTrainer & Pick<SeanceRow, 'entry_changes' | 'entry_changed_at'>;

function entryOf(
  { row, trainers }: TrainedSeance<EntryRow & StoredSeance>,
  comments: readonly Comment[],
): FeedEntry {
  const [seance, location] = [seanceFromRow(row, trainers.flat()), placeFromRow(row)];
  const names = trainers.map(({ name }) => name);
  return {
    ...{ seance, location, comments },
    entryVersion: entryVersionOf(row),
    entryChangedAt: entryChangedAt(row),
    state: stateOf(row, names, placeLine(location)),
  };
}

/**
 * Names of places, the rules of zones and what the version before writes change without a new version of the entry.
 *
 * @param names each at its position: whoever left may have left a gap.
 */
function stateOf(
  {
    id,
    version,
    entry_changes: more,
    comment_count: comments,
    starts_at: startsAt,
    ends_at: endsAt,
  }: Omit<GlanceRow, 'space_id' | 'session_id' | 'location_id'>,
  names: readonly string[],
  place: string,
): string {
  return `${id} ${version} ${more} ${comments} ${startsAt} ${endsAt} ${JSON.stringify([place, ...names])}`;
}

/** By start, then id. */
function inOrder(one: GlanceRow, other: GlanceRow): number {
  if (one.starts_at === other.starts_at) return one.id < other.id ? -1 : 1;
  return one.starts_at < other.starts_at ? -1 : 1;
}
