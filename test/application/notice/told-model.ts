/** What people can see of a séance, and what decides who is told of it. */
export interface Seen {
  readonly seriesId: string | null;
  readonly isAutomatic: boolean;
  readonly isDeleted: boolean;
  readonly trainers: readonly string[];
  /** Who is in and who waits, by their ids. */
  readonly places: Readonly<Record<string, string>>;
  /** What people are told of when it becomes another. */
  readonly shown: Readonly<Record<string, unknown>>;
}

/** What one person is told, once. */
export interface ToldNotice {
  readonly kind: string;
  readonly userId: string;
  /** By the index of each séance, what is different from what they knew. */
  readonly seances: Readonly<Record<number, Differences>>;
}

export type Differences = Readonly<Record<string, readonly [before: unknown, after: unknown]>>;

type Kind = 'change' | 'assigned' | 'place';
type Values = Readonly<Record<string, unknown>>;

/** What became of one séance, or of somebody in it. */
interface Happening {
  readonly seance: number;
  /** Empty for what is about the séance. */
  readonly userId: string;
  readonly before: Values;
  readonly after: Values;
}

interface Story extends Happening {
  readonly actors: ReadonlySet<string>;
}

/** What is told together. */
interface Chapter {
  readonly kind: Kind;
  readonly firstAt: number;
  readonly closesAt: number;
  /** By séance and person. */
  readonly stories: ReadonlyMap<string, Story>;
  readonly series: ReadonlySet<string>;
}

/** In seconds: how long it is waited for more of the same, and how long at most. */
const [quiet, longest] = [120, 600];

/**
 * Who must know what, by the words of the agreement alone: of what each could see before the first change and can see after
 * the last, told when it has been quiet, to whom it concerns then, and not to who did all of it.
 */
export class ToldModel {
  private open: readonly Chapter[] = [];

  constructor(private readonly learners: readonly string[]) {}

  /** What one request of `actor` made of what there was, at a time in seconds. */
  happened(actor: string, at: number, before: readonly Seen[], after: readonly Seen[]): void {
    const pairs = before.map((one, seance) => ({ seance, one, other: after[seance] ?? one }));
    const series = (happenings: readonly Happening[]) =>
      new Set(happenings.flatMap(({ seance }) => after[seance]?.seriesId ?? []));
    const chapters: readonly (readonly [Kind, readonly Happening[]])[] = [
      ['change', pairs.map(({ seance, one, other }) => happening(seance, '', one.shown, other.shown))],
      [
        'assigned',
        pairs.flatMap(({ seance, one, other }) =>
          [...one.trainers, ...other.trainers].map((userId) => {
            const is = (seen: Seen) => ({ trainer: seen.trainers.includes(userId) });
            return happening(seance, userId, is(one), is(other));
          }),
        ),
      ],
      [
        'place',
        pairs.flatMap(({ seance, one, other }) =>
          this.learners
            .filter((userId) => userId !== actor)
            .map((userId) => {
              const placeIn = ({ places }: Seen) => ({ place: places[userId] ?? null });
              return happening(seance, userId, placeIn(one), placeIn(other));
            }),
        ),
      ],
    ];
    for (const [kind, all] of chapters) {
      const happenings = all.filter((one) => Object.keys(differences(one)).length > 0);
      if (happenings.length > 0) this.goOn(kind, actor, at, happenings, series(happenings));
    }
  }

  /** What has closed until then is told, to those whom séances concern now. */
  told(until: number, seances: readonly Seen[]): readonly ToldNotice[] {
    const closed = this.open.filter(({ closesAt }) => closesAt <= until);
    this.open = this.open.filter(({ closesAt }) => closesAt > until);
    return closed.flatMap((chapter) => this.noticesOf(chapter, seances));
  }

  private goOn(
    kind: Kind,
    actor: string,
    at: number,
    happenings: readonly Happening[],
    series: ReadonlySet<string>,
  ): void {
    const isAbout = (chapter: Chapter) =>
      kind !== 'place' &&
      chapter.kind === kind &&
      at <= chapter.closesAt &&
      ([...chapter.stories.values()].some((story) => happenings.some((one) => one.seance === story.seance)) ||
        [...chapter.series].some((one) => series.has(one)));
    const joined = this.open.filter(isAbout);
    const stories = new Map(joined.flatMap((chapter) => [...chapter.stories]));
    for (const one of happenings) {
      const key = `${one.seance} ${one.userId}`;
      const known = stories.get(key);
      const actors = new Set([...(known?.actors ?? []), actor]);
      stories.set(key, { ...one, before: known?.before ?? one.before, actors });
    }
    const firstAt = Math.min(at, ...joined.map((chapter) => chapter.firstAt));
    const closesAt = kind === 'place' ? at : Math.min(at + quiet, firstAt + longest);
    const all = new Set([...series, ...joined.flatMap((chapter) => [...chapter.series])]);
    this.open = [
      ...this.open.filter((chapter) => !joined.includes(chapter)),
      { kind, firstAt, closesAt, stories, series: all },
    ];
  }

  private noticesOf({ kind, stories }: Chapter, seances: readonly Seen[]): readonly ToldNotice[] {
    const told = new Map<string, Record<number, Differences>>();
    for (const story of stories.values()) {
      const seance = seances[story.seance];
      const different = differences(story);
      if (!seance || seance.isDeleted || Object.keys(different).length === 0) continue;
      const people = story.userId === '' ? this.peopleOf(seance) : [story.userId];
      for (const userId of people)
        if (story.actors.size > 1 || !story.actors.has(userId))
          told.set(userId, { ...told.get(userId), [story.seance]: different });
    }
    const notices = [...told].map(([userId, theirs]) => ({ kind, userId, seances: theirs }));
    return kind === 'place' ? notices.filter(hasNews) : notices;
  }

  private peopleOf({ isAutomatic, places, trainers }: Seen): ReadonlySet<string> {
    return new Set([...(isAutomatic ? this.learners : Object.keys(places)), ...trainers]);
  }
}

/** Who is put into a séance by staff has waited for nothing, and lost nothing. */
function hasNews({ seances }: ToldNotice): boolean {
  return Object.values(seances).some(({ place }) => place?.[0] !== null);
}

function happening(seance: number, userId: string, before: Values, after: Values): Happening {
  return { seance, userId, before, after };
}

function differences({ before, after }: Pick<Happening, 'before' | 'after'>): Differences {
  return Object.fromEntries(
    Object.keys(before)
      .toSorted()
      .filter((name) => before[name] !== after[name])
      .map((name) => [name, [before[name], after[name]]]),
  );
}
