import type { Instant } from '../time/schedule.js';

/** One way in which the rows of a table are about somebody: what `personalData` of the manifest lists. */
export interface PersonalDataPart {
  /** Names the part in {@link PersonalData}. */
  readonly id: string;
  readonly table: string;
  /** The column with the id of the person; one of `json` may name several, each by its id. */
  readonly person: string;
  /** What else has to be so of a row that is about a person. */
  readonly where?: Readonly<Record<string, string>>;
  /** Columns by which the rows of one person are read: no two of those have the same values there. */
  readonly order: readonly string[];
  /** What is handed out. */
  readonly columns: readonly string[];
  /** What is about the person and not handed out, such as the digest of a secret. */
  readonly withheld?: readonly string[];
  /** What says who the person is: all that goes when the row stays. */
  readonly names: readonly string[];
  /** Columns that hold JSON. */
  readonly json?: readonly string[];
  /** Columns of other tables with copies of the names, each as `table.column`. */
  readonly copies?: readonly string[];
  /** What becomes of it when the person is gone; after the retention, where it is a proof that has to be kept until then. */
  readonly whenGone: 'removed' | 'unnamed' | 'kept' | 'unnamed-after-retention';
}

/** One row about somebody, by the names of its columns in camel case. */
export type PersonalRecord = Readonly<Record<string, unknown>>;

/** All that is stored about somebody, as plain JSON. */
export interface PersonalData {
  readonly userId: string;
  /** When it was read. */
  readonly at: Instant;
  /** By the ids of the parts in `plugin.json`. */
  readonly data: Readonly<Record<string, readonly PersonalRecord[]>>;
}

/** Lists of ids of people, by their names in JSON. */
const listsOfIds: readonly string[] = ['trainers', 'actors'];

/** Whether `value`, which was read from JSON, says something of one person. */
export function names(value: unknown, userId: string): boolean {
  return JSON.stringify(withoutPerson(value, userId)) !== JSON.stringify(value);
}

/** `value`, which was read from JSON, without what it says of anybody but one person. */
export function withoutOthers(value: unknown, userId: string): unknown {
  if (Array.isArray(value)) {
    const own = (value as readonly unknown[]).filter((item) => !isOfAnother(item, userId));
    return own.map((item) => withoutOthers(item, userId));
  }
  if (!isObject(value)) return value;
  const own = Object.entries(value).filter(([, item]) => !isOfAnother(item, userId));
  return Object.fromEntries(
    own.map(([key, item]) => [
      key,
      isListOfIds(key, item) ? item.filter((id) => id === userId) : withoutOthers(item, userId),
    ]),
  );
}

/** `value`, which was read from JSON, with nothing in it that says who `userId` is. */
export function withoutPerson(value: unknown, userId: string): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutPerson(item, userId));
  if (!isObject(value)) return value;
  if (isNamed(value) && value['id'] === userId) return { ...value, id: '', name: '' };
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      if (isListOfIds(key, item)) return [key, item.map((id) => (id === userId ? '' : id))];
      return [key, key === 'userId' && item === userId ? '' : withoutPerson(item, userId)];
    }),
  );
}

function isListOfIds(key: string, value: unknown): value is readonly string[] {
  return listsOfIds.includes(key) && Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function isOfAnother(value: unknown, userId: string): boolean {
  if (!isObject(value)) return false;
  if (isNamed(value)) return value['id'] !== userId;
  return typeof value['userId'] === 'string' && value['userId'] !== userId;
}

/** A person is told by id and name, and nothing else in what is stored is. */
function isNamed(value: Readonly<Record<string, unknown>>): boolean {
  return (
    Object.keys(value).length === 2 && typeof value['id'] === 'string' && typeof value['name'] === 'string'
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
