import type { Seance } from './seance.js';
import type { Locale } from '../core/locale.js';
import type { FormValues } from './form-values.js';

/** What saving does to the enrolments that there are, and what a capacity does not do (ADR 0012). */
export interface EnrolmentWarnings {
  readonly mode: readonly string[];
  readonly capacity: readonly string[];
}

interface Edited {
  readonly values: FormValues;
  readonly stored: Seance | undefined;
  readonly locale: Locale;
}

export function enrolmentWarnings({ values, stored, locale }: Edited): EnrolmentWarnings {
  const isAutomatic = values.enrolmentMode === 'automatic';
  return {
    mode: stored && stored.enrolmentMode !== values.enrolmentMode ? [change(values, stored, locale)] : [],
    capacity: isAutomatic && values.capacity !== '' ? [locale.text('form.capacityAutomatic')] : [],
  };
}

function change({ enrolmentMode: mode }: FormValues, stored: Seance, locale: Locale): string {
  const { enrolledCount: enrolled, waitingCount: waiting } = stored;
  if (mode === 'automatic') return locale.text('form.toAutomatic', { enrolled, waiting });
  if (stored.enrolmentMode === 'automatic') return locale.text('form.fromAutomatic', { enrolled });
  return locale.text(mode === 'public' ? 'form.toPublic' : 'form.toManual', { enrolled, waiting });
}
