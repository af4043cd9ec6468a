import {
  stateAt,
  type EnrolmentMode,
  type Origin,
  type SeanceState,
  type SeanceTrainer,
} from '../../domain/seance/seance.js';
import type { Location } from '../../domain/seance/location.js';
import type { Schedule } from '../../domain/time/schedule.js';
import type { Clock } from '../../ports/clock.js';
import type { Directory } from '../../ports/directory.js';
import type { ListedSeance } from '../../ports/seance-repository.js';
import type { Visit } from '../access/space-access.js';

/** A séance as a client reads it: the shape of DESIGN section 6. A JSON value. */
export interface SeanceView extends Schedule {
  readonly id: string;
  readonly sessionId: string;
  readonly spaceId: string;
  readonly name: string;
  readonly description: string;
  readonly enrolmentMode: EnrolmentMode;
  readonly capacity: number | null;
  readonly enrolledCount: number;
  readonly waitingCount: number;
  readonly commentCount: number;
  readonly location: Location | null;
  readonly extraInfo: string;
  readonly trainers: readonly SeanceTrainer[];
  readonly group: { readonly id: string; readonly name: string; readonly limit: number } | null;
  readonly inAgenda: boolean;
  readonly origin: Origin;
  readonly seriesId: string | null;
  readonly state: SeanceState;
  readonly myEnrolment: { readonly status: 'enrolled' | 'waiting'; readonly position?: number } | null;
  readonly version: number;
}

/** Turns stored séances into views for an actor. */
export class SeanceViews {
  constructor(
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  /** Views of séances of one session, in the same order; asks the directory once, however many there are. */
  async of(visit: Visit, sessionId: string, listed: readonly ListedSeance[]): Promise<readonly SeanceView[]> {
    const everybody = listed.some(({ seance }) => seance.enrolmentMode === 'automatic')
      ? await this.membership(visit, sessionId)
      : { count: 0, includesActor: false };
    const now = this.clock.now();
    return listed.map((one) => view(one, everybody, now));
  }

  async one(visit: Visit, listed: ListedSeance): Promise<SeanceView> {
    const [seance] = await this.of(visit, listed.seance.sessionId, [listed]);
    return seance as SeanceView;
  }

  private async membership({ actor }: Visit, sessionId: string): Promise<Membership> {
    const [count, found] = await Promise.all([
      this.directory.learnerCount(sessionId),
      this.directory.learnersAmong(sessionId, [actor.id]),
    ]);
    return { count, includesActor: found.length > 0 };
  }
}

/** The learners of a session: who is in its automatic séances. */
interface Membership {
  readonly count: number;
  readonly includesActor: boolean;
}

function view(listed: ListedSeance, everybody: Membership, now: Parameters<typeof stateAt>[1]): SeanceView {
  const { seance, group, location } = listed;
  const automatic = seance.enrolmentMode === 'automatic';
  return {
    id: seance.id,
    sessionId: seance.sessionId,
    spaceId: seance.spaceId,
    name: seance.name,
    description: seance.description,
    start: seance.start,
    end: seance.end,
    timeZone: seance.timeZone,
    startsAt: seance.startsAt,
    endsAt: seance.endsAt,
    enrolmentMode: seance.enrolmentMode,
    capacity: seance.capacity,
    enrolledCount: automatic ? everybody.count : listed.enrolledCount,
    waitingCount: listed.waitingCount,
    commentCount: listed.commentCount,
    location,
    extraInfo: seance.extraInfo,
    trainers: seance.trainers,
    group: group && { id: group.id, name: group.name, limit: group.limit },
    inAgenda: seance.inAgenda,
    origin: seance.origin,
    seriesId: seance.seriesId,
    state: stateAt(seance, now),
    myEnrolment: automatic && everybody.includesActor ? { status: 'enrolled' } : null,
    version: seance.version,
  };
}
