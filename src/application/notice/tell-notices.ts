import {
  choiceOf,
  kindChosen,
  type NoticeChoice,
  type NoticeKind,
  type NoticeSettings,
} from '../../domain/notice/notice.js';
import { nextMorning } from '../../domain/notice/digest.js';
import { type Instant, shiftInstant } from '../../domain/time/schedule.js';
import { parseTimeZone, type TimeZone } from '../../domain/time/time-zone.js';
import type { Clock } from '../../ports/clock.js';
import type { Directory } from '../../ports/directory.js';
import type { IdGenerator } from '../../ports/id-generator.js';
import type { Metrics } from '../../ports/metrics.js';
import type { NewNotice, NoticeSet } from '../../ports/notice-repository.js';
import type { Repositories, UnitOfWork } from '../../ports/unit-of-work.js';
import type { ReadSettings } from '../settings/read-settings.js';
import { NoticeAudience, type Told } from './notice-audience.js';
import { settingsOf } from './own-notices.js';

/** How long somebody may take to tell a set, in seconds: of ten thousand, the directory is asked page by page. */
const claimLasts = 300;

/** Tells sets that have closed: a notice for each person, once, whatever process dies. */
export class TellNotices {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly directory: Directory,
    private readonly readSettings: ReadSettings,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
    /** Whether mails can be sent at all. */
    private readonly hasMailer: boolean,
    private readonly metrics: Metrics,
  ) {}

  /** Tells one set. @returns whether there was one */
  async run(): Promise<boolean> {
    const asked = this.clock.now();
    if (!(await this.unitOfWork.read(({ noticeSets }) => noticeSets.hasClosing(asked)))) return false;
    const token = this.ids.next();
    const { set, now } = await this.unitOfWork.write(async ({ noticeSets }) => {
      // What is derived meanwhile would join a set that is being told.
      await noticeSets.lockDerivation();
      // Read behind the lock: what is told after another set of its séances has a time that is not before that one's.
      const now = this.clock.now();
      return { set: await noticeSets.claim({ token, until: shiftInstant(now, claimLasts) }, now), now };
    });
    if (!set) return false;
    await this.unitOfWork.read((repositories) => this.tell(repositories, set, now));
    await this.unitOfWork.write(({ noticeSets }) => noticeSets.close(set.id, token, now));
    return true;
  }

  private async tell(repositories: Repositories, set: NoticeSet, now: Instant): Promise<void> {
    const { noticeSets, platforms } = repositories;
    const items = await noticeSets.itemsOf(set.id);
    const ids = new Set(items.map(({ seanceId }) => seanceId));
    const platformId = (await platforms.ofSpaces([set.spaceId])).get(set.spaceId) ?? '';
    const settings = await settingsOf(repositories, platformId);
    const zone = (await this.readSettings.within(repositories, platformId)).defaultTimeZone;
    const audience = new NoticeAudience(repositories, this.directory);
    let stored = Promise.resolve();
    try {
      for await (const told of audience.of(set, items, now)) {
        const telling = { set, told, settings, now, zone: parseTimeZone(zone), all: ids.size };
        const rows = await this.rowsOf(repositories, telling);
        // Those who come next are looked up while these are stored.
        await stored;
        stored = this.store(set, rows);
        stored.catch(() => undefined);
      }
    } finally {
      await stored;
    }
  }

  private async store({ kind }: NoticeSet, rows: readonly NewNotice[]): Promise<void> {
    await this.unitOfWork.write(({ notices }) => notices.tell(rows));
    this.metrics.count('seances_notices_told_total', rows.length, { kind });
  }

  private async rowsOf(
    { notices }: Repositories,
    telling: {
      readonly set: NoticeSet;
      readonly told: readonly Told[];
      readonly settings: NoticeSettings;
      readonly now: Instant;
      readonly zone: TimeZone | undefined;
      /** How many séances the set is about. */
      readonly all: number;
    },
  ): Promise<readonly NewNotice[]> {
    const { set, told, settings, now, zone, all } = telling;
    const userIds = told.map(({ userId }) => userId);
    const kind = kindChosen(set.kind);
    const isMailed = settings.mail && this.hasMailer;
    if (set.kind === 'confirmation' && !isMailed) return [];
    const choices = choicesOf(kind, userIds, settings, await notices.choices(kind, userIds));
    // Of ten thousand, few want to be told in their morning.
    const daily = [...choices].flatMap(([userId, choice]) => (choice === 'daily' ? [userId] : []));
    const readers = await notices.readers(daily);
    return told.flatMap(({ userId, seanceIds }) => {
      const choice = choices.get(userId);
      if (choice === undefined || choice === 'never') return [];
      const timeZone = parseTimeZone(readers.get(userId)?.timeZone ?? '') ?? zone;
      const mailAt = choice === 'now' || !timeZone ? now : nextMorning(now, timeZone);
      return [
        {
          ...{ id: this.ids.next(), setId: set.id, spaceId: set.spaceId, kind: set.kind },
          ...{ userId, toldAt: now },
          seanceIds: seanceIds.length === all ? null : seanceIds,
          isDaily: choice === 'daily',
          mailAt: isMailed ? mailAt : null,
        },
      ];
    });
  }
}

/** When each of them wants to be told. */
function choicesOf(
  kind: NoticeKind,
  userIds: readonly string[],
  settings: NoticeSettings,
  chosen: ReadonlyMap<string, NoticeChoice>,
): ReadonlyMap<string, NoticeChoice> {
  return new Map(
    userIds.map((userId) => {
      const own = chosen.get(userId);
      return [userId, choiceOf(kind, settings, own ? { [kind]: own } : {})];
    }),
  );
}
