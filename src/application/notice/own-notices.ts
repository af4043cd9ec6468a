import {
  choiceOf,
  defaultNoticeSettings,
  type NoticeChoices,
  type NoticeKind,
  noticeKinds,
  type NoticeSettings,
} from '../../domain/notice/notice.js';
import type { PageOf, PageRequest } from '../../domain/page.js';
import { Refusal } from '../../domain/refusal.js';
import type { Instant } from '../../domain/time/schedule.js';
import type { Clock } from '../../ports/clock.js';
import type { Actor } from '../../ports/identity.js';
import type { Repositories, UnitOfWork } from '../../ports/unit-of-work.js';
import { platformIdOf } from '../access/platform-id.js';
import type { SeenSessions } from '../access/seen-sessions.js';
import type { NoticeView, NoticeViews } from './notice-views.js';

export interface OwnNoticeSearch extends PageRequest {
  readonly unread: boolean;
}

export interface NoticePage extends PageOf<NoticeView<NoticeKind>> {
  /** How many the reader has not read, whichever are asked for. */
  readonly unread: number;
}

export interface NoticePreferences {
  readonly kinds: NoticeChoices;
  /** Kinds that the administrators have decided for everybody. */
  readonly locked: readonly NoticeKind[];
}

/** What somebody is told, and how they want to be. */
export class OwnNotices {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly seenSessions: SeenSessions,
    private readonly views: NoticeViews,
    private readonly clock: Clock,
  ) {}

  /** The latest first, of spaces that the reader may open. */
  async list(actor: Actor, { unread, page, size }: OwnNoticeSearch): Promise<NoticePage> {
    await this.remember(actor);
    return this.unitOfWork.read(async (repositories) => {
      const { notices } = repositories;
      const visits = await this.seenSessions.spaces(actor, await notices.spacesOf(actor.id));
      const spaceIds = [...visits.keys()];
      const found = await notices.ofUser(actor.id, { spaceIds, unread, page, size });
      return {
        items: await this.views.of(repositories, actor, found.items, visits),
        total: found.total,
        unread: await notices.unreadCount(actor.id, spaceIds),
      };
    });
  }

  async markRead(
    { id }: Actor,
    which: { readonly ids: readonly string[] } | { readonly until: Instant },
  ): Promise<void> {
    await this.unitOfWork.write(({ notices }) => notices.markRead(id, which, this.clock.now()));
  }

  preferences(actor: Actor): Promise<NoticePreferences> {
    return this.unitOfWork.read((repositories) => preferencesOf(repositories, actor));
  }

  /** @throws Refusal `validation` for a kind that the administrators have decided for everybody */
  choose(actor: Actor, kinds: Partial<NoticeChoices>): Promise<NoticePreferences> {
    return this.unitOfWork.write(async (repositories) => {
      const { locked } = await settingsOf(repositories, platformIdOf(actor));
      const refused = (Object.keys(kinds) as NoticeKind[]).filter((kind) => locked.includes(kind));
      if (refused.length > 0)
        throw new Refusal(
          'validation',
          refused.map((kind) => ({ field: ['kinds', kind], code: 'notice-locked' })),
        );
      await repositories.notices.choose(actor.id, kinds);
      return preferencesOf(repositories, actor);
    });
  }

  /** In which language and zone somebody reads: mails are written so when the host does not say. */
  private async remember({ id, locale, timeZone }: Actor): Promise<void> {
    const known = await this.unitOfWork.read(({ notices }) => notices.readers([id]));
    const reader = known.get(id);
    if (reader?.locale === locale && reader.timeZone === timeZone) return;
    await this.unitOfWork.write(({ notices }) => notices.keepReader(id, { locale, timeZone }));
  }
}

async function preferencesOf(repositories: Repositories, actor: Actor): Promise<NoticePreferences> {
  const settings = await settingsOf(repositories, platformIdOf(actor));
  const own = await repositories.notices.preferences(actor.id);
  const kinds = Object.fromEntries(noticeKinds.map((kind) => [kind, choiceOf(kind, settings, own)]));
  return { kinds: kinds as NoticeChoices, locked: settings.locked };
}

/** What holds on a platform: what its administrators have decided, over the defaults. */
export async function settingsOf({ notices }: Repositories, platformId: string): Promise<NoticeSettings> {
  return { ...defaultNoticeSettings, ...(await notices.settings(platformId)) };
}
