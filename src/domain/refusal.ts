/**
 * What the plugin refuses, and why. Codes are data, so that the compiler knows every one of them and a test can
 * ask that each has a text in every language. Which HTTP status a kind becomes is decided in `adapters/http`.
 */
export const refusals = {
  validation: 'invalid',
  'idempotency-key-reused': 'invalid',
  'not-found': 'not-found',
  forbidden: 'forbidden',
  'no-session': 'conflict',
  stale: 'stale',
  'retention-passed': 'conflict',
  'too-many-occurrences': 'invalid',
  'too-many-rows': 'invalid',
  'too-many-enrolments': 'invalid',
  'not-a-learner': 'conflict',
  'enrolment-disabled': 'conflict',
  'enrolment-automatic': 'conflict',
  'enrolment-not-open': 'conflict',
  'enrolment-closed': 'conflict',
  'not-public': 'conflict',
  'seance-started': 'conflict',
  'seance-cancelled': 'conflict',
  'seance-full': 'conflict',
  'group-limit': 'conflict',
  'capacity-below-enrolled': 'conflict',
  'trainer-busy': 'conflict',
  'location-busy': 'conflict',
  'attendance-off': 'conflict',
  'attendance-begun': 'conflict',
  'slot-not-open': 'conflict',
  'slot-not-begun': 'conflict',
  'slot-closed': 'conflict',
  'slot-not-closed': 'conflict',
  'code-expired': 'conflict',
  'not-in-roster': 'conflict',
  'read-only': 'conflict',
  busy: 'unavailable',
  unavailable: 'unavailable',
} as const satisfies Record<string, RefusalKind>;

export type RefusalKind = 'invalid' | 'not-found' | 'forbidden' | 'conflict' | 'stale' | 'unavailable';
export type RefusalCode = keyof typeof refusals;

/** Where something is in what was asked for: the name of a field, and the way into it; empty for the whole. */
export type FieldPath = readonly (string | number)[];

/** One wrong value of what was asked for. */
export interface Issue {
  readonly field: FieldPath;
  readonly code: IssueCode;
  /** Values that the message names, such as the limit that was passed. */
  readonly params?: Readonly<Record<string, string | number>>;
  /** Which one of several séances it is about. */
  readonly seance?: RefusedSeance;
  /** When it ends, or began. */
  readonly moment?: RefusedMoment;
  /** What is taken at that time. */
  readonly clash?: RefusedClash;
}

/** A moment that a refusal names, as clocks in `timeZone` show it. */
export interface RefusedMoment {
  readonly wallTime: string;
  readonly timeZone: string;
}

/** A date that a refusal is about, because a trainer or a place is taken then. */
export interface RefusedClash {
  /** The séance that is refused, which may not be there yet: its name, and its start as a wall time in its zone. */
  readonly name: string;
  readonly start: string;
  readonly resource: { readonly id: string; readonly name: string };
  /** The séance that takes it; null when it is in another space, whose names are not shown. */
  readonly takenBy: { readonly id: string; readonly name: string } | null;
}

/** A séance as a refusal names it: by its id alone when nothing more is known of it. */
export interface RefusedSeance {
  readonly id: string;
  readonly name?: string;
  /** A wall time in `timeZone`. */
  readonly start?: string;
  readonly timeZone?: string;
}

/** A séance that is known, as a refusal names it. */
export function refusedSeance({ id, name, start, timeZone }: Required<RefusedSeance>): RefusedSeance {
  return { id, name, start, timeZone };
}

/**
 * What `decide` answers for each of several séances.
 *
 * @throws Refusal with the code of the first that is refused, which names every séance that is.
 */
export function decideEach<Named extends Required<RefusedSeance>, Decision>(
  seances: readonly Named[],
  decide: (seance: Named) => Decision,
): readonly Decision[] {
  const decisions: Decision[] = [];
  const issues: Issue[] = [];
  let code: RefusalCode | undefined;
  for (const seance of seances)
    try {
      decisions.push(decide(seance));
    } catch (error) {
      if (!Refusal.is(error)) throw error;
      code ??= error.code;
      issues.push(...error.issues.map((issue) => ({ ...issue, seance: refusedSeance(seance) })));
    }
  if (code) throw new Refusal(code, issues);
  return decisions;
}

/** The stable codes of {@link Issue}s. */
export type IssueCode =
  | 'required'
  | 'unknown-field'
  | 'wrong-type'
  | 'empty'
  | 'too-short'
  | 'too-long'
  | 'too-small'
  | 'too-large'
  | 'not-allowed'
  | 'invalid-format'
  | 'invalid-date-time'
  | 'invalid-date'
  | 'unknown-time-zone'
  | 'not-https'
  | 'end-before-start'
  | 'closes-after-start'
  | 'closes-before-opens'
  | 'opens-after-start'
  | 'not-proposed'
  | 'duplicate'
  | 'conflicting-fields'
  | 'group-needs-enrolment'
  | 'until-before-start'
  | 'too-far'
  | 'period-too-long'
  | 'no-occurrence'
  | 'too-many-occurrences'
  | 'too-many-enrolments'
  | 'capacity-below-enrolled'
  | 'trainer-busy'
  | 'location-busy'
  | 'group-limit'
  | 'enrolment-automatic'
  | 'enrolment-not-open'
  | 'enrolment-closed'
  | 'enrolment-disabled'
  | 'not-public'
  | 'seance-started'
  | 'seance-cancelled'
  | 'attendance-begun'
  | 'not-in-roster'
  | 'not-a-learner'
  | 'stale'
  | 'limit-below-enrolled'
  | 'name-taken'
  | 'not-a-calendar'
  | 'too-many-days'
  | 'no-closed-day'
  | 'notice-locked';

const brand = Symbol.for('seances.refusal');

/** The one error that the domain and the use cases throw on purpose. Anything else that is thrown is a bug or a fault. */
export class Refusal extends Error {
  readonly [brand] = true;
  readonly kind: RefusalKind;

  constructor(
    readonly code: RefusalCode,
    readonly issues: readonly Issue[] = [],
    /** For the logs only: never sent to a client. */
    internalDetail?: string,
  ) {
    super(internalDetail ?? code);
    this.name = 'Refusal';
    this.kind = refusals[code];
  }

  /** True for a refusal of any copy of this package that is loaded in the process. */
  static is(error: unknown): error is Refusal {
    return typeof error === 'object' && error !== null && brand in error;
  }

  /** One wrong field. */
  static field(name: string, code: IssueCode, params?: Issue['params']): Refusal {
    return new Refusal('validation', [{ field: [name], code, ...(params && { params }) }]);
  }
}

/** Does `work`, which knows of `part` alone: what it refuses is said of the whole that `part` is in. */
export async function within<T>(part: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!Refusal.is(error)) throw error;
    const issues = error.issues.map((issue) => ({ ...issue, field: [part, ...issue.field] }));
    throw new Refusal(error.code, issues, error.message);
  }
}
