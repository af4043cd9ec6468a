import type { RepetitionResult } from './repetition.js';
import type { Seance } from '../seance/seance.js';
import type { Workplace } from '../space/workplace.js';

/** Opens the form that repeats `seance`; what the server made of it, or undefined when it was given up. */
export async function showRepetitionForm(
  container: HTMLElement | DocumentFragment,
  { client, locale, space }: Workplace,
  seance: Seance,
): Promise<RepetitionResult | undefined> {
  const { RepetitionForm, showModal } = await import('./repetition-form.js');
  const form = new RepetitionForm();
  const { settings, actor } = space;
  Object.assign(form, { client, locale, settings, timeZone: actor.timeZone, seance });
  return showModal(container, form);
}
