import { openDialog, type Container } from '../core/open-dialog.js';
import type { Http } from '../core/http.js';
import { loadPart } from '../core/load-part.js';
import type { Locale } from '../core/locale.js';
import type { CheckInSeance } from './check-in.js';
import { dropTicket, waitingTicket } from './check-in-ticket.js';

/** What was checked in to, and how that is said. */
export interface CheckedIn {
  readonly seance: CheckInSeance;
  readonly text: string;
}

/** Has the reader type the code that the trainer shows, and confirm; undefined when they do not. */
export function showCheckIn(
  container: Container,
  locale: Locale,
  http: Http,
): Promise<CheckedIn | undefined> {
  return show(container, locale, http, false);
}

/** Has the reader confirm what this browser has a ticket for; undefined when it has none any more, or they do not. */
export function showWaitingCheckIn(
  container: Container,
  locale: Locale,
  http: Http,
): Promise<CheckedIn | undefined> {
  return show(container, locale, http, true);
}

async function show(
  container: Container,
  locale: Locale,
  http: Http,
  isWaiting: boolean,
): Promise<CheckedIn | undefined> {
  const ticket = isWaiting ? waitingTicket(Date.now()) : undefined;
  if (isWaiting && !ticket) {
    dropTicket();
    return undefined;
  }
  const { CheckInClient } = await loadPart(() => import('./check-in-client.js'));
  const { withAttendanceTexts } = await loadPart(() => import('./load-attendance-locale.js'));
  const client = new CheckInClient(http);
  const [texts, reader] = await Promise.all([
    withAttendanceTexts(locale),
    ticket ? client.reader(ticket) : undefined,
  ]);
  const confirmation = ticket && reader && { ...ticket, reader };
  const seance = await openDialog(
    container,
    () => import('./check-in-dialog.js'),
    ({ CheckInDialog }) => new CheckInDialog(texts, client, confirmation),
  );
  if (!seance) return undefined;
  const period = texts.wallPeriod(seance.start, seance.end);
  return { seance, text: texts.text('checkIn.done', { name: seance.name, period }) };
}
