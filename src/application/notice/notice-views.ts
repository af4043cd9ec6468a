import { groupedBy } from '../../domain/grouped.js';
import { isOwnDoing, leftOf } from '../../domain/notice/change-set.js';
import type { Notice, SetKind } from '../../domain/notice/notice.js';
import type { Instant } from '../../domain/time/schedule.js';
import type { WallTime } from '../../domain/time/wall-time.js';
import type { FeedEntry } from '../../ports/feed-entry-repository.js';
import type { NoticeItem, NoticeReader } from '../../ports/notice-repository.js';
import type { NoticeWriter, ToldSeance } from '../../ports/notice-writer.js';
import type { SeancePages } from '../../ports/seance-pages.js';
import type { TextSanitizer } from '../../ports/text-sanitizer.js';
import type { Repositories } from '../../ports/unit-of-work.js';
import type { Visit } from '../access/space-access.js';

/** A notice, a JSON value. */
export interface NoticeView<Kind extends SetKind = SetKind> {
  readonly id: string;
  readonly kind: Kind;
  readonly at: Instant;
  readonly readAt: Instant | null;
  readonly seances: readonly {
    readonly id: string;
    readonly name: string;
    readonly spaceId: string;
    readonly spaceName: string;
    readonly start: WallTime;
    readonly timeZone: string;
    /** The page where the host shows it; null where the host has none. */
    readonly url: string | null;
  }[];
  /** What happened, in the language of the reader. */
  readonly text: string;
  /** What became different, of each of its séances. */
  readonly data: { readonly changes: readonly { readonly seanceId: string }[] };
}

/** What is told of one séance, with what it is today. */
interface Shown {
  readonly item: NoticeItem;
  readonly entry: FeedEntry;
}

/** How much of an information a notice says. */
const excerptLength = 200;

/** Puts notices into what people read. */
export class NoticeViews {
  constructor(
    private readonly writer: NoticeWriter,
    private readonly sanitizer: TextSanitizer,
    private readonly pages: SeancePages,
  ) {}

  /** Séances that are gone for good are left out. @param visits of the spaces that the notices are of, by id. */
  async of<Kind extends SetKind>(
    repositories: Repositories,
    reader: NoticeReader,
    notices: readonly Notice<Kind>[],
    visits: ReadonlyMap<string, Visit>,
  ): Promise<readonly NoticeView<Kind>[]> {
    const sets = await repositories.notices.itemsOfSets([...new Set(notices.map(({ setId }) => setId))]);
    const items = notices.map((notice) => ownItems(notice, sets.get(notice.setId) ?? []));
    const ids = [...new Set(items.flat().map(({ seanceId }) => seanceId))];
    const entries = new Map(
      (await repositories.feedEntries.entries(ids)).map((entry) => [entry.seance.id, entry]),
    );
    const places = await placesOf(repositories, items.flat());
    return notices.map((notice, index) => {
      const shown = (items[index] ?? []).flatMap((item) => {
        const entry = entries.get(item.seanceId);
        return entry ? [{ item, entry }] : [];
      });
      const spaceName = visits.get(notice.spaceId)?.space.name ?? '';
      return this.view(reader, notice, shown.toSorted(byStart), { places, spaceName });
    });
  }

  private view<Kind extends SetKind>(
    reader: NoticeReader,
    { id, kind, toldAt, readAt }: Notice<Kind>,
    shown: readonly Shown[],
    { places, spaceName }: { readonly places: ReadonlyMap<string, string>; readonly spaceName: string },
  ): NoticeView<Kind> {
    const seances = new Map(shown.map(({ entry }) => [entry.seance.id, entry.seance]));
    const told = [...groupedBy(shown, ({ entry }) => entry.seance.id).values()].flatMap(
      (about): ToldSeance[] => {
        const [first] = about;
        if (!first) return [];
        const people = about.map(({ item }) => item.userId);
        const { seance } = first.entry;
        return [{ seance, facts: first.item.facts, people, places, informations: this.informations(first) }];
      },
    );
    return {
      ...{ id, kind, at: toldAt, readAt },
      seances: [...seances.values()].map(({ id: seanceId, name, spaceId, start, timeZone }) => ({
        ...{ id: seanceId, name, spaceId, spaceName, start, timeZone },
        url: this.pages.addressOf(spaceId, seanceId),
      })),
      text: this.writer.text(reader, kind, told),
      data: {
        changes: shown.map(({ item: { seanceId, facts } }) => ({ seanceId, ...facts.differences })),
      },
    };
  }

  private informations({ item, entry }: Shown): readonly string[] {
    const announced = new Set((item.facts.announced ?? []).map(({ commentId }) => commentId));
    return entry.comments
      .filter(({ id }) => announced.has(id))
      .map(({ content }) => {
        const text = this.sanitizer.plainText(content).replace(/\s+/g, ' ').trim();
        return text.length > excerptLength ? `${text.slice(0, excerptLength - 1)}…` : text;
      });
  }
}

/** What a notice says: of the séances that are the reader's and, where it is about somebody, about the reader. */
function ownItems({ userId, seanceIds, kind }: Notice, items: readonly NoticeItem[]): readonly NoticeItem[] {
  const isAbout = kind === 'place' || kind === 'assigned' || kind === 'confirmation';
  return items.flatMap((item) => {
    if (isAbout && item.userId !== userId) return [];
    if (seanceIds !== null && !seanceIds.includes(item.seanceId)) return [];
    const facts = leftOf(item.facts);
    // Beside those who came by themselves there may be some whom the reader has brought.
    if (!facts || (kind === 'enrolments' && isOwnDoing(userId, facts))) return [];
    return [{ ...item, facts }];
  });
}

async function placesOf(
  { locations }: Repositories,
  items: readonly NoticeItem[],
): Promise<ReadonlyMap<string, string>> {
  const ids = new Set<string>();
  for (const { facts } of items)
    for (const id of [facts.differences['locationId']?.before, facts.differences['locationId']?.after])
      if (typeof id === 'string') ids.add(id);
  const found = await Promise.all([...ids].map((id) => locations.find(id)));
  return new Map(found.flatMap((location) => (location ? [[location.id, location.name]] : [])));
}

function byStart({ entry: one }: Shown, { entry: other }: Shown): number {
  return `${one.seance.startsAt} ${one.seance.id}` < `${other.seance.startsAt} ${other.seance.id}` ? -1 : 1;
}
