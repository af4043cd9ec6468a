import type { Notice, NoticeSettings } from '../../domain/notice/notice.js';
import type { Actor } from '../../ports/identity.js';
import type { Message } from '../../ports/mailer.js';
import type { MailWords, NoticeWriter } from '../../ports/notice-writer.js';
import type { SeancePages } from '../../ports/seance-pages.js';
import type { Repositories, UnitOfWork } from '../../ports/unit-of-work.js';
import type { Visit } from '../access/space-access.js';
import type { SeenSessions } from '../access/seen-sessions.js';
import type { CalendarEntries } from '../feed/calendar-entries.js';
import type { Letter } from './mail-letters.js';
import type { NoticeView, NoticeViews } from './notice-views.js';
import { settingsOf } from './own-notices.js';
import type { Unsubscriptions } from './unsubscriptions.js';

type Written = Pick<Message, 'subject' | 'text' | 'html' | 'calendar'>;

/** Writes the mails that tell people of notices. */
export class MailMessages {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly seenSessions: SeenSessions,
    private readonly writer: NoticeWriter,
    private readonly views: NoticeViews,
    private readonly calendars: CalendarEntries,
    private readonly pages: SeancePages,
    private readonly unsubscriptions: Unsubscriptions,
  ) {}

  /** Undefined when there is nothing to be said any more: of what somebody may not open now, they are not told. */
  async of(actor: Actor, { notices, isDaily }: Letter): Promise<Message | undefined> {
    const visits = await this.seenSessions.spaces(
      actor,
      notices.map(({ spaceId }) => spaceId),
    );
    const seen = notices.filter(({ spaceId }) => visits.has(spaceId));
    const [first] = seen;
    if (!first) return undefined;
    const kind = isDaily ? 'digest' : first.kind;
    const written = await this.unitOfWork.read((repositories) =>
      this.written(repositories, actor, kind, seen, visits),
    );
    if (!written) return undefined;
    const headers = await this.unsubscriptions.headersFor(actor, kind);
    return { toUserId: actor.id, ...written, kind, noticeId: first.id, ...(headers && { headers }) };
  }

  private async written(
    repositories: Repositories,
    actor: Actor,
    kind: MailWords['kind'],
    notices: readonly Notice[],
    visits: ReadonlyMap<string, Visit>,
  ): Promise<Written | undefined> {
    const settings = await settingsOf(repositories, actor.platformId ?? '');
    const views = (await this.views.of(repositories, actor, notices, visits)).filter(
      ({ seances }) => seances.length > 0,
    );
    if (!settings.mail || views.length === 0) return undefined;
    const words = this.writer.mail(actor, { kind, ...this.wordsOf(actor, views, settings) });
    const content = await this.calendarOf(repositories, actor, views);
    return { ...words, calendar: { name: 'seances.ics', method: 'PUBLISH', content } };
  }

  private wordsOf({ locale }: Actor, views: readonly NoticeView[], settings: NoticeSettings) {
    const seances = new Map(views.flatMap((view) => view.seances.map((seance) => [seance.id, seance])));
    const [first] = seances.values();
    const language = locale.split('-')[0] ?? '';
    return {
      names: [...new Set([...seances.values()].map(({ name }) => name))],
      texts: views.map(({ text }) => text),
      links: [...seances.values()].flatMap(({ name, spaceName, url }) =>
        url === null ? [] : [{ name: `${name} (${spaceName})`, url }],
      ),
      subscriptionUrl: first ? this.pages.subscriptionOf(first.spaceId) : null,
      introduction: settings.introduction[language] ?? '',
      signature: settings.signature[language] ?? '',
    };
  }

  private async calendarOf(
    { feedEntries }: Repositories,
    { locale }: Actor,
    views: readonly NoticeView[],
  ): Promise<string> {
    const ids = [...new Set(views.flatMap(({ seances }) => seances.map(({ id }) => id)))];
    return this.calendars.published(locale, await feedEntries.entries(ids));
  }
}
