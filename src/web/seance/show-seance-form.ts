import type { SavedSeance, TaggedSeance } from './seance.js';
import type { Workplace } from '../space/workplace.js';

/** Opens the form for `stored`, or for a new séance; what the server made of it, or undefined when it was given up. */
export async function showSeanceForm(
  container: HTMLElement | DocumentFragment,
  { client, locale, space, session }: Workplace,
  stored: TaggedSeance | undefined,
): Promise<SavedSeance | undefined> {
  const { SeanceForm, showModal } = await import('./seance-form.js');
  const form = new SeanceForm();
  const own = stored && space.sessions.find(({ id }) => id === stored.seance.sessionId);
  const { settings, actor } = space;
  const { timeZone } = actor;
  Object.assign(form, { client, locale, settings, timeZone, session: own ?? session, stored });
  return showModal(container, form);
}
