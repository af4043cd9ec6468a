import type { EventType, SeanceEvent } from '../../domain/event/seance-event.js';
import { defaultNoticeSettings } from '../../domain/notice/notice.js';
import { type Instant, shiftInstant } from '../../domain/time/schedule.js';
import type { Clock } from '../../ports/clock.js';
import type { IdGenerator } from '../../ports/id-generator.js';
import type { NoticeItem, NoticeSet, StartingSeance } from '../../ports/notice-repository.js';
import type { Repositories, UnitOfWork } from '../../ports/unit-of-work.js';
import { batchesOf } from '../page-walk.js';

/** How late somebody is still reminded, when nothing ran at the moment itself. In seconds. */
const lateAtMost = 60 * 60;
/** Sets that are made in one transaction. */
const atOnce = 500;

/** Of what people are to be reminded now. */
interface Reminder {
  readonly seance: StartingSeance;
  /** How long before its start, in minutes. */
  readonly minutes: number;
  /** When that is. */
  readonly moment: Instant;
  /** A séance that moves is reminded of once more. */
  readonly origin: string;
}

/** Reminds people of séances before they start: once for each time before it, and each start that a séance has. */
export class RemindPeople {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
  ) {}

  /** @returns how many reminders there were. */
  async run(): Promise<number> {
    const now = this.clock.now();
    const reminders = await this.unitOfWork.read((repositories) => remindersDue(repositories, now));
    let begun = 0;
    for (let first = 0; first < reminders.length; first += atOnce)
      begun += await this.begin(reminders.slice(first, first + atOnce), now);
    return begun;
  }

  private begin(reminders: readonly Reminder[], now: Instant): Promise<number> {
    const made = reminders.map((reminder) => setOf(reminder, this.ids.next(), now));
    return this.unitOfWork.write(async ({ noticeSets }) => {
      const begun = new Set((await noticeSets.begin(made.map(({ set }) => set))).map(({ id }) => id));
      await noticeSets.save(
        [],
        made.flatMap(({ item }) => (begun.has(item.setId) ? [item] : [])),
      );
      return begun.size;
    });
  }
}

function setOf(
  { seance, minutes, origin }: Reminder,
  id: string,
  now: Instant,
): { readonly set: NoticeSet; readonly item: NoticeItem } {
  const { id: seanceId, spaceId, sessionId, seriesId } = seance;
  return {
    set: {
      ...{ id, kind: 'reminder', spaceId, changeSet: null, origin },
      ...{ firstAt: now, lastAt: now, closesAt: now },
    },
    item: {
      ...{ setId: id, seanceId, userId: '', sessionId, seriesId },
      facts: { differences: { reminder: { before: null, after: minutes } }, actors: [] },
    },
  };
}

async function remindersDue(repositories: Repositories, now: Instant): Promise<readonly Reminder[]> {
  const { notices, noticeSets, platforms } = repositories;
  const settings = await notices.everySettings();
  const wantedOn = (platformId: string) =>
    settings.get(platformId)?.reminders ?? defaultNoticeSettings.reminders;
  const due: Reminder[] = [];
  for (const minutes of new Set([defaultNoticeSettings, ...settings.values()].flatMap(offsetsIn))) {
    const seances = await startingIn(repositories, minutes, now);
    const platformOf = await platforms.ofSpaces([...new Set(seances.map(({ spaceId }) => spaceId))]);
    for (const seance of seances)
      if (wantedOn(platformOf.get(seance.spaceId) ?? '').includes(minutes))
        due.push(reminderOf(seance, minutes));
  }
  const begun = await noticeSets.begunOf(due.map(({ origin }) => origin));
  const left = due.filter(({ origin, seance, moment }) => !begun.has(origin) && seance.createdAt <= moment);
  return withoutLateOnes(repositories, left);
}

function offsetsIn({ reminders }: { readonly reminders?: readonly number[] }): readonly number[] {
  return reminders ?? [];
}

/** Séances that are to be reminded of so many minutes before, a moment ago. */
async function startingIn(
  { noticeSets }: Repositories,
  minutes: number,
  now: Instant,
): Promise<readonly StartingSeance[]> {
  const until = shiftInstant(now, minutes * 60);
  const after = shiftInstant(until, -lateAtMost);
  return noticeSets.starting(after > now ? after : now, until);
}

function reminderOf(seance: StartingSeance, minutes: number): Reminder {
  const { id, startsAt } = seance;
  return {
    ...{ seance, minutes, moment: shiftInstant(startsAt, -minutes * 60) },
    origin: `reminder ${id} ${String(minutes)} ${startsAt}`,
  };
}

/**
 * Without séances that began to be known after the moment only, or of which this start did: people were told of the change,
 * or see it among what is theirs again.
 */
async function withoutLateOnes(
  { events }: Repositories,
  reminders: readonly Reminder[],
): Promise<readonly Reminder[]> {
  const kept: Reminder[] = [];
  for (const spaceId of new Set(reminders.map(({ seance }) => seance.spaceId))) {
    const theirs = reminders.filter(({ seance }) => seance.spaceId === spaceId);
    const ids = [...new Set(theirs.map(({ seance }) => seance.id))];
    const latest = async (type: EventType) => events.latest(spaceId, ids, type);
    const [edits, ...returns] = [
      await latest('seance.edited'),
      await latest('seance.reinstated'),
      await latest('seance.restored'),
    ];
    for (const reminder of theirs) {
      const isLate = (found: typeof edits) => (found.get(reminder.seance.id)?.at ?? '') > reminder.moment;
      if (returns.some(isLate)) continue;
      if (!isLate(edits) || !(await isMovedAfter(events, reminder))) kept.push(reminder);
    }
  }
  return kept;
}

async function isMovedAfter(
  events: Repositories['events'],
  { seance: { id, spaceId }, moment }: Reminder,
): Promise<boolean> {
  const list = batchesOf((page) => events.ofSeance(spaceId, id, { ...page, types: ['seance.edited'] }));
  for await (const edits of list) {
    const later = edits.filter(({ at }) => at > moment);
    if (later.some(isMove)) return true;
    if (later.length < edits.length) return false;
  }
  return false;
}

function isMove({ data }: SeanceEvent): boolean {
  const { changed } = data;
  return Array.isArray(changed) && (changed.includes('start') || changed.includes('timeZone'));
}
