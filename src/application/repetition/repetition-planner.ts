import { Refusal } from '../../domain/refusal.js';
import { planRepetition, type RepetitionPlan } from '../../domain/repetition/plan.js';
import { baseName, numberedName } from '../../domain/repetition/numbering.js';
import { lastDay, type RepetitionRule } from '../../domain/repetition/rule.js';
import { windowMoved } from '../../domain/seance/enrolment-window.js';
import type { Seance } from '../../domain/seance/seance.js';
import type { Settings } from '../../domain/settings/settings.js';
import type { Schedule } from '../../domain/time/schedule.js';
import { dateOf } from '../../domain/time/wall-time.js';
import type { Recurrence } from '../../ports/recurrence.js';
import type { Repositories } from '../../ports/unit-of-work.js';
import type { Transaction } from '../transactions.js';

/** What somebody asks for: the rule, and whether copies are numbered; the settings decide when they say nothing. */
export interface RepetitionRequest extends RepetitionRule {
  readonly numbering?: boolean | undefined;
}

/** What holds for a repetition on a platform, beside its closed days. */
export interface PlatformRules {
  readonly platformId: string;
  readonly settings: Pick<Settings, 'maxOccurrences' | 'numbering'>;
}

interface CopyName {
  readonly name: string;
  /** Null when copies are not numbered. */
  readonly number: number | null;
}

/** A plan with the copies' names. */
export interface NamedPlan extends RepetitionPlan {
  readonly occurrences: readonly (Schedule & CopyName)[];
}

/** A séance that is repeated. */
export interface Repeated {
  readonly source: Seance;
  /** The séances of its series, itself among them; only itself for one on its own. */
  readonly series: readonly Seance[];
  /** By whom. */
  readonly by: Pick<Seance, 'origin' | 'createdBy'>;
}

/** The copies that a repetition makes, and the series that they are in with their source. */
export interface Copies {
  readonly seriesId: string;
  readonly copies: readonly Seance[];
}

/** Plans repetitions for the preview, the creation and the extension of a series alike. */
export class RepetitionPlanner {
  constructor(private readonly recurrence: Recurrence) {}

  /**
   * @param series the séances of the source's series, itself among them; only the source for one on its own.
   * @throws Refusal `validation` when the rule gives no date, `too-many-occurrences` when it gives more than the cap.
   */
  async plan(
    { closedDays, seances }: Repositories,
    source: Seance,
    series: readonly Seance[],
    request: RepetitionRequest,
    { platformId, settings }: PlatformRules,
  ): Promise<NamedPlan> {
    const from = dateOf(source.start);
    const last = lastDay(request, from);
    const dates = this.recurrence.datesAfter(from, last, request);
    if (dates.length === 0) throw Refusal.field('weekdays', 'no-occurrence');
    const plan = planRepetition(source, request, dates, {
      closed: await closedDays.between(platformId, from, last),
      there: source.seriesId === null ? [] : series.filter(({ cancelled }) => cancelled === null),
      cap: settings.maxOccurrences,
    });
    const highest =
      source.seriesId === null ? null : await seances.highestNumber(source.spaceId, source.seriesId);
    const numbered = request.numbering ?? settings.numbering;
    return {
      ...plan,
      occurrences: plan.occurrences.map((occurrence, index) => ({
        ...occurrence,
        ...nameOf(source, numbered, (highest ?? 0) + index + 1),
      })),
    };
  }

  /**
   * The copies, before they are written: at least one.
   *
   * @throws Refusal as `plan`
   */
  async copies(
    transaction: Transaction,
    { source, series, by }: Repeated,
    request: RepetitionRequest,
    platform: PlatformRules,
  ): Promise<Copies> {
    const plan = await this.plan(transaction, source, series, request, platform);
    if (plan.occurrences.length === 0) throw Refusal.field('weekdays', 'no-occurrence');
    const seriesId = source.seriesId ?? transaction.newId();
    return { seriesId, copies: copiesOf({ ...source, ...by, seriesId }, plan, transaction) };
  }
}

function copiesOf(
  source: Seance,
  { occurrences }: NamedPlan,
  { now, newId }: Pick<Transaction, 'now' | 'newId'>,
): readonly Seance[] {
  return occurrences.map(({ name, number, start, end, startsAt, endsAt }) => ({
    ...source,
    id: newId(),
    start,
    end,
    startsAt,
    endsAt,
    ...windowMoved(source, source.start, start),
    name,
    seriesNumber: number,
    ownFields: [],
    cancelled: null,
    version: 1,
    createdAt: now,
    updatedAt: now,
  }));
}

function nameOf(source: Seance, numbered: boolean, number: number): CopyName {
  if (!numbered) return { name: source.name, number: null };
  return { name: numberedName(baseName(source), number), number };
}
