import type { ClientOf } from '../core/http.js';
import { loadPart } from '../core/load-part.js';
import type { Locale } from '../core/locale.js';
import { openDialog, type Container } from '../core/open-dialog.js';
import { RequestFailure } from '../core/request-failure.js';
import { dropTicket, waitingTicket } from './check-in-ticket.js';
import type { Ticket } from './check-in.js';
import type { CheckInClient, Reader } from './check-in-client.js';
import { withAttendanceTexts } from './load-attendance-locale.js';

/**
 * Has the reader confirm that they are there: with the ticket that this browser keeps, or with the code that the trainer
 * shows and they type.
 *
 * @param isWaiting whether only a ticket that is kept is meant: nothing is asked without one.
 * @returns what is said of it afterwards; undefined when they did not.
 */
export async function showCheckIn(
  container: Container,
  locale: Locale,
  clientOf: ClientOf,
  isWaiting: boolean,
): Promise<string | undefined> {
  const ticket = isWaiting ? waitingTicket(Date.now()) : undefined;
  if (isWaiting && !ticket) {
    dropTicket();
    return undefined;
  }
  const client = clientOf((await loadPart(() => import('./check-in-client.js'))).CheckInClient);
  const reader = ticket && (await readerOf(ticket, client));
  // Of another account, which the page of the code says.
  if (ticket && !reader) return undefined;
  const texts = await withAttendanceTexts(locale);
  const seance = await openDialog(
    container,
    () => import('./check-in-dialog.js'),
    ({ CheckInDialog }) => new CheckInDialog(texts, client, ticket && reader && { ...ticket, reader }),
  );
  if (!seance) return undefined;
  const period = texts.wallPeriod(seance.start, seance.end);
  return texts.text('checkIn.done', { name: seance.name, period });
}

async function readerOf(ticket: Ticket, client: CheckInClient): Promise<Reader | undefined> {
  try {
    return await client.reader(ticket);
  } catch (error) {
    if (error instanceof RequestFailure && error.kind === 'refused') return undefined;
    throw error;
  }
}
