import { Refusal } from '../../domain/refusal.js';
import { shiftInstant } from '../../domain/time/schedule.js';
import type { Clock } from '../../ports/clock.js';
import type { Directory } from '../../ports/directory.js';
import type { Feed } from '../../ports/feed-repository.js';
import type { AddressTokens } from '../../ports/address-tokens.js';
import type { FeedGlance } from '../../ports/feed-entry-repository.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import type { SeenSessions } from '../access/seen-sessions.js';
import type { Calendar, CalendarEntries } from './calendar-entries.js';

/** How far back a feed goes: what a program has already, it keeps. */
const secondsBack = 90 * 24 * 60 * 60;
/** More than anybody takes part in, and still some megabytes at most. */
const mostEntries = 5_000;

/** A user's feed, as a calendar program reads it again and again with nobody signed in. */
export class ReadFeed {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly directory: Directory,
    private readonly seenSessions: SeenSessions,
    private readonly entries: CalendarEntries,
    private readonly tokens: AddressTokens,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the calendar: every séance that the user takes part in and may see, deleted ones as cancelled.
   * @throws Refusal `not-found` when the token is unknown or was revoked.
   */
  async run(token: string): Promise<Calendar> {
    const tokenHash = this.tokens.hashOf(token);
    const feed = await this.unitOfWork.read(({ feeds }) => feeds.find(tokenHash));
    if (!feed) throw new Refusal('not-found');
    // What was given once may have been taken back.
    const visible = await this.seenSessions.among(feed.user, await this.glances(feed));
    return this.entries.calendarOf(feed.user.locale, visible, (ids) =>
      this.unitOfWork.read(({ feedEntries }) => feedEntries.entries(ids)),
    );
  }

  private async glances({ user }: Feed): Promise<readonly FeedGlance[]> {
    const learnsIn = (await this.directory.learnsIn?.(user.id)) ?? [];
    const endingAfter = shiftInstant(this.clock.now(), -secondsBack);
    return this.unitOfWork.read(({ feedEntries }) =>
      feedEntries.ofUser({ userId: user.id, learnsIn, endingAfter, limit: mostEntries }),
    );
  }
}
