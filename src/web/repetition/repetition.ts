import type { RepetitionInput as Told, RepetitionPreview } from '../wire.gen.js';

export type { RepetitionPreview, RepetitionResult } from '../wire.gen.js';

/** Days of the week as RFC 5545 writes them, Monday first. */
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const satisfies readonly Weekday[];
export type Weekday = Told['weekdays'][number];

type Decided = 'interval' | 'exceptDates' | 'keepDates' | 'skipClosedDays' | 'numbering';

/** The body of a repetition and of its preview. The form leaves nothing to the server's defaults. */
export type RepetitionInput = Omit<Told, Decided> & Required<Pick<Told, Decided>>;

/** Asks what a repetition would make. */
export type LookAhead = (input: RepetitionInput, signal: AbortSignal) => Promise<RepetitionPreview>;

export type SkippedDay = RepetitionPreview['skipped'][number];
