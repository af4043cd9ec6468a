import { assertInOrder, shiftDay } from '../../domain/closed-day/closed-days.js';
import { type OwnPart, ownParts } from '../../domain/my-seances/own-part.js';
import type { PageOf, PageRequest } from '../../domain/page.js';
import { Refusal } from '../../domain/refusal.js';
import { dayAt, startOfDay } from '../../domain/time/days.js';
import { parseTimeZone, type TimeZone } from '../../domain/time/time-zone.js';
import type { CalendarDate } from '../../domain/time/wall-time.js';
import type { Clock } from '../../ports/clock.js';
import type { Directory } from '../../ports/directory.js';
import type { Actor } from '../../ports/identity.js';
import type { MySeance } from '../../ports/my-seances-repository.js';
import type { SeancePages } from '../../ports/seance-pages.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import type { SeenSessions } from '../access/seen-sessions.js';
import type { SeanceView, SeanceViews } from '../seance/seance-view.js';

/** More than anybody has before them: 5,000 are found in some milliseconds. */
const mostSeances = 5_000;

/** Days are those of the reader's zone, both inclusive. */
export interface MySeancesSearch extends PageRequest {
  /** Today when absent. */
  readonly from?: CalendarDate | undefined;
  readonly to?: CalendarDate | undefined;
  /** Only those in which the reader is that. */
  readonly part?: OwnPart | undefined;
}

/** A séance of the reader's, a JSON value. */
export interface MySeanceView extends SeanceView {
  readonly spaceName: string;
  readonly role: 'trainer' | 'learner';
  /** The page where the host shows it; null where the host has none. */
  readonly url: string | null;
}

export interface MySeances extends PageOf<MySeanceView> {
  /** The reader's, whose days these are. */
  readonly timeZone: TimeZone;
  /** How many there are of each part, whichever is asked for. */
  readonly counts: Readonly<Record<OwnPart, number>>;
}

/** The séances that somebody teaches, takes part in or waits for, in all spaces that they may open. */
export class ListMySeances {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly directory: Directory,
    private readonly seenSessions: SeenSessions,
    private readonly views: SeanceViews,
    private readonly pages: SeancePages,
    private readonly clock: Clock,
  ) {}

  /** By start. @throws Refusal `validation` at `to` when it is before `from` */
  async run(actor: Actor, { part, page, size, ...days }: MySeancesSearch): Promise<MySeances> {
    const timeZone = zoneOf(actor);
    const own = await this.own(actor, this.period(days, timeZone));
    // Spaces that the reader may not open, and those that the host knows no more, count for nothing.
    const { things: seen, visits } = await this.seenSessions.visited(actor, own);
    const wanted = part === undefined ? seen : seen.filter((one) => one.part === part);
    const shown = wanted.slice((page - 1) * size, page * size);
    const views = await this.viewsOf(actor, shown, visits);
    const items = shown.flatMap(({ seanceId, spaceId, part: ownPart }): MySeanceView[] => {
      const view = views.get(seanceId);
      const spaceName = visits.get(spaceId)?.space.name ?? '';
      const role = ownPart === 'trainer' ? 'trainer' : 'learner';
      return view ? [{ ...view, spaceName, role, url: this.pages.addressOf(spaceId, seanceId) }] : [];
    });
    return { items, total: wanted.length, timeZone, counts: countsOf(seen) };
  }

  private period({ from, to }: Pick<MySeancesSearch, 'from' | 'to'>, timeZone: TimeZone) {
    const first = from ?? dayAt(this.clock.now(), timeZone);
    if (to !== undefined) assertInOrder({ startsOn: first, endsOn: to }, 'to');
    return {
      endingAfter: startOfDay(first, timeZone),
      startingBefore: to === undefined ? null : startOfDay(shiftDay(to, 1), timeZone),
    };
  }

  private async own(
    { id: userId }: Actor,
    period: ReturnType<ListMySeances['period']>,
  ): Promise<readonly MySeance[]> {
    const learnsIn = (await this.directory.learnsIn?.(userId)) ?? [];
    const query = { userId, learnsIn, ...period, limit: mostSeances };
    return this.unitOfWork.read(({ mySeances }) => mySeances.ofUser(query));
  }

  /** What is deleted meanwhile is not there. */
  private async viewsOf(
    actor: Actor,
    shown: readonly MySeance[],
    visits: Parameters<SeanceViews['across']>[1],
  ): Promise<ReadonlyMap<string, SeanceView>> {
    if (shown.length === 0) return new Map();
    const ids = shown.map(({ seanceId }) => seanceId);
    const listed = await this.unitOfWork.read(({ seances }) => seances.find(null, ids));
    const views = await this.views.across(actor, visits, listed);
    return new Map(views.map((view) => [view.id, view]));
  }
}

function zoneOf({ id, timeZone }: Actor): TimeZone {
  const zone = parseTimeZone(timeZone);
  if (!zone) throw new Refusal('unavailable', [], `No zone data for the time zone of user ${id}.`);
  return zone;
}

function countsOf(seen: readonly MySeance[]): MySeances['counts'] {
  const counts = ownParts.map((part) => [part, seen.filter((one) => one.part === part).length] as const);
  return Object.fromEntries(counts) as Record<OwnPart, number>;
}
