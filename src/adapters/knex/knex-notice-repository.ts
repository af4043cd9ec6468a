import type { Knex } from 'knex';
import type { NoticeFacts } from '../../domain/notice/change-set.js';
import type {
  Notice,
  NoticeChoice,
  NoticeChoices,
  NoticeKind,
  NoticeSettings,
  Reception,
  SetKind,
} from '../../domain/notice/notice.js';
import type { PageOf } from '../../domain/page.js';
import type { Instant } from '../../domain/time/schedule.js';
import type {
  NewNotice,
  NoticeItem,
  NoticeReader,
  NoticeRepository,
  NoticeSearch,
  UnreadChange,
} from '../../ports/notice-repository.js';
import { countOf } from './count-of.js';
import { contains } from './dialect.js';
import { itemFromRow } from './knex-notice-set-repository.js';
import { chunks, replaceRows } from './many-rows.js';
import type {
  NoticeItemRow,
  NoticePreferenceRow,
  NoticeReaderRow,
  NoticeRow,
  NoticeSetRow,
  NoticeSettingsRow,
} from './tables.js';

type ChangeRow = Pick<NoticeRow, 'id' | 'told_at' | 'seance_ids'> & Pick<NoticeItemRow, 'seance_id' | 'data'>;

export class KnexNoticeRepository implements NoticeRepository {
  constructor(private readonly knex: Knex) {}

  async tell(notices: readonly NewNotice[]): Promise<void> {
    const rows = notices.map(rowFromNotice);
    // Who was told by a process that died is told already: their row stays as it is.
    await replaceRows<NoticeRow>(this.knex, 'seance_notice', rows, ['set_id'], ['set_id', 'user_id']);
  }

  async spacesOf(userId: string): Promise<readonly string[]> {
    return this.rows().where({ user_id: userId }).distinct('space_id').pluck('space_id');
  }

  async ofUser(userId: string, { page, size, ...which }: NoticeSearch): Promise<PageOf<Notice<NoticeKind>>> {
    const rows = await this.found(userId, which)
      .orderBy([
        { column: 'told_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(size)
      .offset((page - 1) * size);
    return { items: rows.map(noticeFromRow), total: await countOf(this.found(userId, which)) };
  }

  async unreadCount(userId: string, spaceIds: readonly string[]): Promise<number> {
    return countOf(this.found(userId, { spaceIds, unread: true }));
  }

  async unreadChanges(userId: string, seanceIds: readonly string[]): Promise<readonly UnreadChange[]> {
    const found: UnreadChange[] = [];
    for (const ids of chunks(seanceIds)) {
      const rows = await this.knex('seance_notice as n')
        .join('seance_notice_item as i', 'i.set_id', 'n.set_id')
        .where({ 'n.user_id': userId, 'n.kind': 'change' })
        .whereNull('n.read_at')
        .whereIn('i.seance_id', ids)
        .orderBy([
          { column: 'n.told_at', order: 'desc' },
          { column: 'n.id', order: 'desc' },
        ])
        .select<readonly ChangeRow[]>('n.id', 'n.told_at', 'n.seance_ids', 'i.seance_id', 'i.data');
      for (const { id, told_at: toldAt, seance_ids: own, seance_id: seanceId, data } of rows)
        if (own === null || (JSON.parse(own) as readonly string[]).includes(seanceId))
          found.push({ noticeId: id, toldAt, seanceId, facts: JSON.parse(data) as NoticeFacts });
    }
    return found;
  }

  async markRead(
    userId: string,
    which: { readonly ids: readonly string[] } | { readonly until: Instant },
    at: Instant,
  ): Promise<void> {
    const own = () => this.rows().where({ user_id: userId }).whereNull('read_at');
    if ('until' in which) await own().where('told_at', '<=', which.until).update({ read_at: at });
    else for (const ids of chunks(which.ids)) await own().whereIn('id', ids).update({ read_at: at });
  }

  async receptions(seanceId: string): Promise<ReadonlyMap<string, Reception>> {
    const rows = await this.items()
      .where('seance_notice_item.seance_id', seanceId)
      .join('seance_notice_set as s', 's.id', 'seance_notice_item.set_id')
      .where('s.kind', 'information')
      .select<NoticeItemRow[]>('seance_notice_item.*');
    const sets = new Map(rows.map((row) => [row.set_id, itemFromRow(row).facts.announced ?? []]));
    const counted = (await this.rows()
      .whereIn('set_id', [...sets.keys()])
      .where((either) => void either.whereNull('seance_ids').orWhereRaw(contains('seance_ids'), [seanceId]))
      .groupBy('set_id')
      .select('set_id')
      .count({ told: '*', read: 'read_at' })) as readonly Readonly<Record<string, string | number>>[];
    return new Map(
      counted.flatMap(({ set_id: id, told, read }) =>
        (sets.get(String(id)) ?? []).map(({ commentId }) => [
          commentId,
          { told: Number(told), read: Number(read) },
        ]),
      ),
    );
  }

  async itemsOfSets(setIds: readonly string[]): Promise<ReadonlyMap<string, readonly NoticeItem[]>> {
    const found = new Map<string, NoticeItem[]>();
    for (const ids of chunks(setIds))
      for (const row of await this.items().whereIn('set_id', ids))
        found.set(row.set_id, [...(found.get(row.set_id) ?? []), itemFromRow(row)]);
    return found;
  }

  async choices(kind: NoticeKind, userIds: readonly string[]): Promise<ReadonlyMap<string, NoticeChoice>> {
    const found = new Map<string, NoticeChoice>();
    for (const ids of chunks(userIds))
      for (const { user_id: id, choice } of await this.chosen().where({ kind }).whereIn('user_id', ids))
        found.set(id, choice);
    return found;
  }

  async isWanted(kind: NoticeKind): Promise<boolean> {
    const chosen = await this.chosen().where({ kind }).whereNot('choice', 'never').first('kind');
    if (chosen !== undefined) return true;
    const values = await this.decided().pluck('value');
    return values.some((value) => {
      const { defaults } = JSON.parse(value as string) as Partial<NoticeSettings>;
      return defaults !== undefined && defaults[kind] !== 'never';
    });
  }

  async preferences(userId: string): Promise<Partial<NoticeChoices>> {
    const rows = await this.chosen().where({ user_id: userId });
    return Object.fromEntries(rows.map(({ kind, choice }) => [kind, choice]));
  }

  async choose(userId: string, choices: Partial<NoticeChoices>): Promise<void> {
    const rows = Object.entries(choices).map(([kind, choice]) => ({
      ...{ user_id: userId, kind: kind as NoticeKind, choice },
    }));
    await replaceRows<NoticePreferenceRow>(
      this.knex,
      'seance_notice_preference',
      rows,
      ['choice'],
      ['user_id', 'kind'],
    );
  }

  async settings(platformId: string): Promise<Partial<NoticeSettings>> {
    const row = await this.decided().where({ platform_id: platformId }).first('value');
    return row ? (JSON.parse(row.value) as Partial<NoticeSettings>) : {};
  }

  async everySettings(): Promise<ReadonlyMap<string, Partial<NoticeSettings>>> {
    const rows = await this.decided();
    return new Map(
      rows.map(({ platform_id: id, value }) => [id, JSON.parse(value) as Partial<NoticeSettings>]),
    );
  }

  async changeSettings(platformId: string, settings: NoticeSettings): Promise<void> {
    const row = { platform_id: platformId, value: JSON.stringify(settings) };
    await this.decided().insert(row).onConflict('platform_id').merge();
  }

  async readers(userIds: readonly string[]): Promise<ReadonlyMap<string, NoticeReader>> {
    const found = new Map<string, NoticeReader>();
    for (const ids of chunks(userIds))
      for (const row of await this.knownReaders().whereIn('user_id', ids))
        found.set(row.user_id, { locale: row.locale, timeZone: row.time_zone });
    return found;
  }

  async keepReader(userId: string, { locale, timeZone }: NoticeReader): Promise<void> {
    const row = { user_id: userId, locale: locale.slice(0, 35), time_zone: timeZone.slice(0, 64) };
    await this.knownReaders().insert(row).onConflict('user_id').merge();
  }

  async forgetUser(userId: string): Promise<void> {
    const theirs = { user_id: userId };
    await this.rows().where(theirs).delete();
    await this.chosen().where(theirs).delete();
    await this.knownReaders().where(theirs).delete();
    await this.items().where(theirs).delete();
    await this.forgetActor(userId);
  }

  /** What somebody did goes on to be told, of nobody. */
  private async forgetActor(userId: string): Promise<void> {
    const rows = await this.items().whereRaw(contains('data'), [JSON.stringify(userId)]);
    for (const { set_id: setId, seance_id: seanceId, user_id: about, data } of rows) {
      const facts = JSON.parse(data) as NoticeFacts;
      const actors = facts.actors.map((id) => (id === userId ? '' : id));
      await this.items()
        .where({ set_id: setId, seance_id: seanceId, user_id: about })
        .update({ data: JSON.stringify({ ...facts, actors }) });
    }
  }

  async removeOld(before: Instant, limit: number): Promise<number> {
    const ids = await this.sets()
      .where('closed_at', '<', before)
      .orderBy('closed_at')
      .limit(limit)
      .pluck('id');
    for (const some of chunks(ids)) {
      await this.rows().whereIn('set_id', some).delete();
      await this.items().whereIn('set_id', some).delete();
      await this.sets().whereIn('id', some).delete();
    }
    return ids.length;
  }

  private found(userId: string, { spaceIds, unread }: Pick<NoticeSearch, 'spaceIds' | 'unread'>) {
    const query = this.knex<NoticeRow<NoticeKind>>('seance_notice')
      .where({ user_id: userId })
      .whereNot('kind', 'confirmation')
      .whereIn('space_id', [...spaceIds]);
    return unread ? query.whereNull('read_at') : query;
  }

  private rows() {
    return this.knex<NoticeRow>('seance_notice');
  }

  private sets() {
    return this.knex<NoticeSetRow>('seance_notice_set');
  }

  private items() {
    return this.knex<NoticeItemRow>('seance_notice_item');
  }

  private chosen() {
    return this.knex<NoticePreferenceRow>('seance_notice_preference');
  }

  private decided() {
    return this.knex<NoticeSettingsRow>('seance_notice_settings');
  }

  private knownReaders() {
    return this.knex<NoticeReaderRow>('seance_notice_reader');
  }
}

export function noticeFromRow<Kind extends SetKind>(row: NoticeRow<Kind>): Notice<Kind> {
  return {
    ...{ id: row.id, setId: row.set_id, userId: row.user_id, spaceId: row.space_id, kind: row.kind },
    ...{ toldAt: row.told_at, readAt: row.read_at },
    seanceIds: row.seance_ids === null ? null : (JSON.parse(row.seance_ids) as readonly string[]),
  };
}

function rowFromNotice(notice: NewNotice): NoticeRow {
  const { id, setId, userId, spaceId, kind, toldAt, seanceIds, mailAt, isDaily } = notice;
  return {
    ...{ id, set_id: setId, user_id: userId, space_id: spaceId, kind, told_at: toldAt, read_at: null },
    seance_ids: seanceIds && JSON.stringify(seanceIds),
    is_daily: isDaily,
    ...{ mail_at: mailAt, mail_attempts: 0, mail_claimed_by: null, mail_given_up_at: null },
  };
}
