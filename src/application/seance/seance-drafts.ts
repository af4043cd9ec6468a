import { Refusal } from '../../domain/refusal.js';
import type { SeanceGroup } from '../../domain/group/group.js';
import { isShownOtherwise, type Location } from '../../domain/location/location.js';
import { assertWindow } from '../../domain/seance/enrolment-window.js';
import { assertGroupAllowed, type Seance } from '../../domain/seance/seance.js';
import {
  type HtmlField,
  htmlFields,
  type SeanceContent,
  valueFields,
} from '../../domain/seance/seance-content.js';
import { schedule } from '../../domain/time/schedule.js';
import { fold, joinedFields, nameKey } from '../../domain/text/fold.js';
import type { IdGenerator } from '../../ports/id-generator.js';
import type { SeanceRecord } from '../../ports/seance-repository.js';
import type { TextSanitizer } from '../../ports/text-sanitizer.js';
import type { Repositories } from '../../ports/unit-of-work.js';
import type { Choices } from './seance-choices.js';
import { chosenFields, type SeanceChanges, type SentField } from './seance-input.js';

/** A new group lets each learner choose one of its séances. */
const defaultGroupLimit = 1;

/** How a draft finds its group. */
interface GroupSearch {
  /** The group of a name, or one that is made of the candidate. */
  named(candidate: SeanceGroup): Promise<SeanceGroup>;
  /** The group of an id, of whatever space. */
  known(id: string): Promise<SeanceGroup | undefined>;
}

/** Puts what somebody wrote and chose into séances, and makes the records that are stored of them. */
export class SeanceDrafts {
  constructor(
    private readonly sanitizer: TextSanitizer,
    private readonly ids: IdGenerator,
  ) {}

  /** The group that `changes` put a séance into, found or added, and locked; the séance's own when they say nothing. */
  async groupOf(
    { groups }: Repositories,
    seance: Pick<Seance, 'spaceId' | 'sessionId' | 'groupId'>,
    changes: SeanceChanges,
  ): Promise<string | null> {
    return this.groupId(seance, changes, {
      named: (candidate) => groups.findOrAdd(candidate),
      known: async (id) => (await groups.lock([id]))[0],
    });
  }

  /**
   * `seance` as somebody wants it; its group, and a place that the host keeps, are added in the transaction of
   * `repositories` when they are new.
   *
   * @throws Refusal `validation`
   */
  async edited(
    repositories: Repositories,
    seance: Seance,
    changes: SeanceChanges,
    choices: Choices,
  ): Promise<Seance> {
    const groupId = await this.groupOf(repositories, seance, changes);
    const changed = this.rewritten({ ...seance, groupId }, changes, choices);
    await this.keepPlace(repositories, seance, choices);
    return changed;
  }

  /**
   * As `edited`, and nothing is written: a group that is new gets an id that nobody will see again.
   *
   * @throws Refusal `validation`
   */
  async previewed(
    { groups }: Repositories,
    seance: Seance,
    changes: SeanceChanges,
    choices: Choices,
  ): Promise<Seance> {
    const findOnly = async (candidate: SeanceGroup): Promise<SeanceGroup> => {
      const known = await groups.list(candidate.spaceId, candidate.sessionId);
      return known.find(({ name }) => nameKey(name) === nameKey(candidate.name)) ?? candidate;
    };
    const groupId = await this.groupId(seance, changes, {
      named: findOnly,
      known: (id) => groups.find(seance.spaceId, id),
    });
    return this.rewritten({ ...seance, groupId }, changes, choices);
  }

  /**
   * `seance` with every change but that of its group.
   *
   * @throws Refusal `validation`
   */
  rewritten(seance: Seance, changes: SeanceChanges, choices: Choices): Seance {
    const { start, end, timeZone } = changes;
    const changed = {
      ...seance,
      ...schedule(start ?? seance.start, end ?? seance.end, timeZone ?? seance.timeZone),
      ...sent(changes),
      ...this.cleaned(changes),
      ...(choices.trainers && { trainers: choices.trainers }),
      ...(choices.location !== undefined && { locationId: choices.location?.place.id ?? null }),
    };
    assertGroupAllowed(changed);
    assertWindow(changed);
    return changed;
  }

  /** Keeps a place that the host has: its séances show it as it is now. */
  async keepPlace(repositories: Repositories, seance: Seance, { location }: Choices): Promise<void> {
    if (location?.fromHost) await this.keepCopy(repositories, seance, location.place);
  }

  private cleaned(changes: SeanceChanges): Partial<Pick<SeanceContent, HtmlField>> {
    const said = htmlFields.filter((field) => changes[field] !== undefined);
    return Object.fromEntries(said.map((field) => [field, this.sanitizer.clean(changes[field] ?? '')]));
  }

  /**
   * The records of séances; groups, places and texts that many share are looked at once. Places are held: a new name of
   * one finds what is stored with the old one.
   */
  async records(repositories: Repositories, seances: readonly Seance[]): Promise<readonly SeanceRecord[]> {
    const groups = new Map<string, SeanceGroup | undefined>();
    const locations = new Map<string, Location | undefined>();
    const foldedName = remembered(fold);
    const foldedHtml = remembered((html) => fold(this.sanitizer.plainText(html)));
    for (const { spaceId, groupId, locationId } of seances) {
      if (groupId !== null && !groups.has(groupId))
        groups.set(groupId, await repositories.groups.find(spaceId, groupId));
      if (locationId !== null && !locations.has(locationId)) {
        locations.set(locationId, await repositories.locations.hold(locationId));
      }
    }
    return seances.map((seance) => {
      const group = groups.get(seance.groupId ?? '') ?? null;
      const location = locations.get(seance.locationId ?? '') ?? null;
      const names = [location?.name ?? '', ...seance.trainers.map(({ name }) => name), group?.name ?? ''];
      const folded = [fold(seance.name), foldedHtml(seance.description), ...names.map(foldedName)];
      return { seance, group, location, searchText: joinedFields(folded) };
    });
  }

  /** Stores what searches find and lists sort by anew: of deleted séances too, which may come back. Versions stay. */
  async refresh(repositories: Repositories, spaceId: string, seanceIds: readonly string[]): Promise<void> {
    const { deletions, seances } = repositories;
    const locked = [
      ...(await seances.lock(spaceId, seanceIds)),
      ...(await deletions.lockDeleted(spaceId, seanceIds)),
    ];
    await seances.update(await this.records(repositories, locked));
  }

  /** Of a place of the host; the other séances that are there show it as it is now, too. */
  private async keepCopy(
    { locations, seanceRefreshes }: Repositories,
    seance: Seance,
    place: Location,
  ): Promise<void> {
    const before = await locations.find(place.id);
    await locations.saveCopy(place);
    if (before && isShownOtherwise(before, place))
      await seanceRefreshes.begin({
        ...{ kind: 'location', subjectId: place.id, name: '', run: this.ids.next() },
        // Nobody waits for it, and whoever comes first does it.
        dueAt: seance.updatedAt,
      });
  }

  private async groupId(
    { spaceId, sessionId, groupId: current }: Pick<Seance, 'spaceId' | 'sessionId' | 'groupId'>,
    { groupId, groupName }: SeanceChanges,
    search: GroupSearch,
  ): Promise<string | null> {
    if (groupName) {
      const candidate = {
        id: this.ids.next(),
        spaceId,
        sessionId,
        name: groupName,
        limit: defaultGroupLimit,
      };
      return (await search.named(candidate)).id;
    }
    if (groupId) {
      const group = await search.known(groupId);
      if (group?.spaceId !== spaceId || group.sessionId !== sessionId)
        throw Refusal.field('groupId', 'not-proposed');
      return group.id;
    }
    return groupId === undefined && groupName === undefined ? current : null;
  }
}

const sentFields = valueFields.filter(
  (field): field is SentField => !(chosenFields as readonly string[]).includes(field),
);

/** What `changes` say of the fields that stand in a séance as they were sent. */
function sent(changes: SeanceChanges): Partial<Pick<SeanceContent, SentField>> {
  const said = sentFields.filter((field) => changes[field] !== undefined);
  return Object.fromEntries(said.map((field) => [field, changes[field]]));
}

/** `compute`, asked once for each text, at 0.15 ms: the copies of a repetition, up to a thousand, share most of theirs. */
function remembered(compute: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const result = known.get(text) ?? compute(text);
    known.set(text, result);
    return result;
  };
}
