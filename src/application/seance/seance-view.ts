import { groupedBy } from '../../domain/grouped.js';
import type { EnrolmentStatus } from '../../domain/enrolment/enrolment.js';
import { isMoved, leftOf } from '../../domain/notice/change-set.js';
import { barTo, type EnrolmentBar } from '../../domain/enrolment/enrolment-rules.js';
import { baseName } from '../../domain/repetition/numbering.js';
import { stateAt, type Origin, type Seance, type SeanceState } from '../../domain/seance/seance.js';
import type { Cancellation } from '../../domain/seance/cancellation.js';
import { windowInstants } from '../../domain/seance/enrolment-window.js';
import { contentOf, type SeanceContent, type SeanceTrainer } from '../../domain/seance/seance-content.js';
import type { Location } from '../../domain/location/location.js';
import type { Settings } from '../../domain/settings/settings.js';
import type { Instant, Schedule } from '../../domain/time/schedule.js';
import type { Clock } from '../../ports/clock.js';
import type { Directory } from '../../ports/directory.js';
import type { Actor } from '../../ports/identity.js';
import type { OwnEnrolment } from '../../ports/enrolment-repository.js';
import type { UnreadChange } from '../../ports/notice-repository.js';
import type { ListedSeance } from '../../ports/seance-repository.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import { platformIdOf } from '../access/platform-id.js';
import type { Visit } from '../access/space-access.js';
import { type Details, detailsAmong } from '../people-among.js';
import type { ReadSettings } from '../settings/read-settings.js';

export type EnrolmentRefusal = EnrolmentBar | 'not-a-learner' | 'group-limit';

export interface OwnEnrolmentView {
  readonly status: EnrolmentStatus;
  /** In the queue, from 1. */
  readonly position?: number;
}

/** A notice that says that a séance was changed. */
export interface UnreadChangeView {
  readonly noticeId: string;
  /** When it was told. */
  readonly at: Instant;
  /** Whether time or place are others. */
  readonly moved: boolean;
}

/** A trainer as a client reads them. */
export interface TrainerView extends SeanceTrainer {
  /** What tells them from their namesakes, where the host says so. */
  readonly detail?: string;
}

/** What is read as it is written; place and group are read with their names, trainers with what tells them apart. */
type ShownContent = Omit<SeanceContent, 'locationId' | 'groupId' | 'trainers'>;

/** A séance as a client reads it, a JSON value. */
export interface SeanceView extends Schedule, ShownContent {
  readonly id: string;
  readonly sessionId: string;
  readonly spaceId: string;
  readonly enrolledCount: number;
  readonly waitingCount: number;
  readonly commentCount: number;
  readonly trainers: readonly TrainerView[];
  readonly location: Location | null;
  readonly group: { readonly id: string; readonly name: string; readonly limit: number } | null;
  readonly origin: Origin;
  readonly seriesId: string | null;
  /** The name without the number that a repetition gave it. */
  readonly baseName: string;
  readonly state: SeanceState;
  readonly cancelled: Cancellation | null;
  readonly myEnrolment: OwnEnrolmentView | null;
  /** Why the actor cannot enrol, as the code of the refusal; null when they can, or are in already. */
  readonly enrolmentRefusal: EnrolmentRefusal | null;
  /** Why the actor cannot leave; null when they can, or are not in. */
  readonly leaveRefusal: EnrolmentRefusal | null;
  /** What the actor was told of its changes and has not read, the latest first; absent for nothing. */
  readonly unreadChanges?: readonly UnreadChangeView[];
  readonly version: number;
}

/** Turns stored séances into views for an actor. */
export class SeanceViews {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly directory: Directory,
    private readonly readSettings: ReadSettings,
    private readonly clock: Clock,
  ) {}

  /**
   * Who reads séances of a session: what has to be known of them whatever they read.
   *
   * @param known the settings, where they were read already.
   */
  async reader(
    { actor, platformId, permissions }: Visit,
    sessionId: string,
    known?: Settings,
  ): Promise<Reader> {
    const [learner] = await this.directory.learnersAmong(sessionId, [actor.id]);
    const settings = learner ? (known ?? (await this.readSettings.run(platformId))) : null;
    return { userId: actor.id, sessionId, settings, isStaff: permissions.edit || permissions.enrol };
  }

  /**
   * Views for a reader, in the same order; as many questions to the host and the database for one as for all.
   *
   * @param known what the reader has in them, where it was read already.
   */
  async for(reader: Reader, listed: readonly ListedSeance[], known?: Own): Promise<readonly SeanceView[]> {
    const hasAutomatic = listed.some(({ seance }) => isAutomatic(seance));
    const [count, details, own] = await Promise.all([
      hasAutomatic ? this.directory.learnerCount(reader.sessionId) : 0,
      detailsAmong(
        (ids) => this.directory.trainersAmong(reader.sessionId, ids),
        listed.flatMap(({ seance }) => seance.trainers.map(({ id }) => id)),
      ),
      known ?? this.own(reader.userId, listed, isLearner(reader)),
    ]);
    const reading = { ...reader, ...own, count, details, now: this.clock.now() };
    return listed.map((one) => view(one, reading));
  }

  /** Views of séances of one session, for whoever visits it. */
  async of(visit: Visit, sessionId: string, listed: readonly ListedSeance[]): Promise<readonly SeanceView[]> {
    return listed.length === 0 ? [] : this.for(await this.reader(visit, sessionId), listed);
  }

  /**
   * Views of séances of many sessions, in the same order. The database is asked as often as for those of one, the host
   * about each session.
   *
   * @param visits of `actor`, by space: each séance is in one of them.
   */
  async across(
    actor: Actor,
    visits: ReadonlyMap<string, Visit>,
    listed: readonly ListedSeance[],
  ): Promise<readonly SeanceView[]> {
    const [settings, own] = await Promise.all([
      this.readSettings.run(platformIdOf(actor)),
      this.own(actor.id, listed),
    ]);
    const bySession = groupedBy(listed, ({ seance }) => JSON.stringify([seance.spaceId, seance.sessionId]));
    const views = await Promise.all(
      [...bySession.values()].map(async (some) => {
        const [visit, sessionId] = [visits.get(some[0]?.seance.spaceId ?? ''), some[0]?.seance.sessionId];
        if (!visit || sessionId === undefined) return [];
        return this.for(await this.reader(visit, sessionId, settings), some, own);
      }),
    );
    const found = new Map(views.flat().map((one) => [one.id, one]));
    return listed.flatMap(({ seance }) => found.get(seance.id) ?? []);
  }

  async one(visit: Visit, listed: ListedSeance): Promise<SeanceView> {
    const [seance] = await this.of(visit, listed.seance.sessionId, [listed]);
    return seance as SeanceView;
  }

  /**
   * What somebody has in séances, how often they are enrolled in each of their groups, and which changes they have not read.
   *
   * @param mayEnrol false for who is in no séance of these.
   */
  private async own(userId: string, listed: readonly ListedSeance[], mayEnrol = true): Promise<Own> {
    const open = mayEnrol ? listed.filter(({ seance }) => !isAutomatic(seance)) : [];
    const groupIds = new Set((mayEnrol ? listed : []).flatMap(({ group }) => group?.id ?? []));
    return this.unitOfWork.read(async ({ enrolments, notices }) => {
      const [enrolled, counts, changes] = await Promise.all([
        enrolments.ofUser(
          userId,
          open.map(({ seance }) => seance.id),
        ),
        enrolments.countsOf(userId, [...groupIds]),
        notices.unreadChanges(
          userId,
          listed.map(({ seance }) => seance.id),
        ),
      ]);
      return {
        enrolments: new Map(enrolled.map((one) => [one.seanceId, one])),
        counts,
        changes: groupedBy(changes, ({ seanceId }) => seanceId),
      };
    });
  }
}

interface Own {
  readonly enrolments: ReadonlyMap<string, OwnEnrolment>;
  readonly counts: ReadonlyMap<string, number>;
  /** By the séance. */
  readonly changes: ReadonlyMap<string, readonly UnreadChange[]>;
}

/** For whom views are made. */
export interface Reader {
  readonly userId: string;
  readonly sessionId: string;
  /** What learners of the session are held to; null for anybody else. */
  readonly settings: Settings | null;
  /** Whether they may change séances of the space, or who is in them. */
  readonly isStaff: boolean;
}

export function isLearner({ settings }: Reader): boolean {
  return settings !== null;
}

/** What one view of many is made from. */
interface Reading extends Reader, Own {
  /** How many learners the session has. */
  readonly count: number;
  /** Of trainers. */
  readonly details: Details;
  readonly now: Instant;
}

function view(listed: ListedSeance, reader: Reading): SeanceView {
  const { seance, group, location } = listed;
  const enrolment = enrolmentOf(listed, reader);
  return {
    id: seance.id,
    sessionId: seance.sessionId,
    spaceId: seance.spaceId,
    ...shownContent(seance),
    trainers: seance.trainers.map((trainer) => ({ ...trainer, ...reader.details.get(trainer.id) })),
    onlineUrl: takesPart(seance, enrolment, reader) ? seance.onlineUrl : null,
    start: seance.start,
    end: seance.end,
    timeZone: seance.timeZone,
    startsAt: seance.startsAt,
    endsAt: seance.endsAt,
    enrolledCount: isAutomatic(seance) ? reader.count : listed.enrolledCount,
    waitingCount: listed.waitingCount,
    commentCount: listed.commentCount,
    location,
    group: group && { id: group.id, name: group.name, limit: group.limit },
    origin: seance.origin,
    seriesId: seance.seriesId,
    baseName: baseName(seance),
    state: stateAt(seance, reader.now),
    cancelled: seance.cancelled,
    ...enrolment,
    ...unreadChangesOf(seance, reader),
    version: seance.version,
  };
}

function unreadChangesOf({ id }: Seance, { changes }: Reading): Pick<SeanceView, 'unreadChanges'> {
  const unread = (changes.get(id) ?? []).flatMap(({ noticeId, toldAt, facts }): UnreadChangeView[] => {
    const left = leftOf(facts);
    return left ? [{ noticeId, at: toldAt, moved: isMoved(left) }] : [];
  });
  return unread.length > 0 ? { unreadChanges: unread } : {};
}

/** Whoever has the address of an online class is in it: it is told to those who belong there. */
function takesPart(
  { trainers }: Seance,
  { myEnrolment }: Pick<SeanceView, 'myEnrolment'>,
  { userId, isStaff }: Reader,
): boolean {
  return isStaff || myEnrolment?.status === 'enrolled' || trainers.some(({ id }) => id === userId);
}

function shownContent(seance: Seance): ShownContent {
  const { locationId: _location, groupId: _group, trainers: _trainers, ...shown } = contentOf(seance);
  return shown;
}

/** What the reader has in a séance, and what they can do about it. */
function enrolmentOf(
  { seance, group }: ListedSeance,
  { enrolments, counts, settings, now }: Reading,
): Pick<SeanceView, 'myEnrolment' | 'enrolmentRefusal' | 'leaveRefusal'> {
  if (settings === null) return { myEnrolment: null, enrolmentRefusal: 'not-a-learner', leaveRefusal: null };
  if (isAutomatic(seance))
    return {
      myEnrolment: { status: 'enrolled' },
      enrolmentRefusal: null,
      leaveRefusal: seance.cancelled ? 'seance-cancelled' : 'enrolment-automatic',
    };
  const what = { ...seance, ...windowInstants(seance), isCancelled: seance.cancelled !== null };
  const own = enrolments.get(seance.id);
  if (!own) {
    const isAtLimit = group !== null && (counts.get(group.id) ?? 0) >= group.limit;
    const bar = barTo('take', 'learner', what, settings, now) ?? (isAtLimit ? 'group-limit' : null);
    return { myEnrolment: null, enrolmentRefusal: bar, leaveRefusal: null };
  }
  const { status, position } = own;
  return {
    myEnrolment: { status, ...(position !== null && { position }) },
    enrolmentRefusal: null,
    leaveRefusal: barTo('leave', 'learner', what, settings, now) ?? null,
  };
}

function isAutomatic({ enrolmentMode }: Pick<Seance, 'enrolmentMode'>): boolean {
  return enrolmentMode === 'automatic';
}
