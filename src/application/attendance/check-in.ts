import {
  isRightCode,
  isTicketValid,
  mostWrongCodes,
  readTicket,
  sealTicket,
  stepAt,
  type Ticket,
  ticketUntil,
  typedCode,
} from '../../domain/attendance/check-in.js';
import type { AttendanceEntry } from '../../domain/attendance/entry.js';
import type { Presence, Slot } from '../../domain/attendance/roll.js';
import type { Signature } from '../../domain/attendance/signature.js';
import type { Named } from '../../domain/event/seance-event.js';
import { Refusal } from '../../domain/refusal.js';
import type { Seance } from '../../domain/seance/seance.js';
import type { Instant } from '../../domain/time/schedule.js';
import type { CheckInSlot, SlotCheckIn } from '../../ports/attendance-repository.js';
import type { Clock } from '../../ports/clock.js';
import type { Digests } from '../../ports/digests.js';
import type { Actor } from '../../ports/identity.js';
import type { SeancePages } from '../../ports/seance-pages.js';
import type { SpaceAccess, Visit } from '../access/space-access.js';
import { PlaceRequests } from '../enrolment/place-requests.js';
import { groupedBy } from '../../domain/grouped.js';
import type { ReadSettings } from '../settings/read-settings.js';
import type { Transaction, Transactions } from '../transactions.js';
import { AskedPeople } from './asked-people.js';
import type { AttendanceBook } from './attendance-book.js';
import type { AttendanceBooks } from './attendance-books.js';
import { type PresenceView, presenceView } from './attendance-view.js';
import { signs } from './close-slot.js';
import { request, write } from './mark-presence.js';

/** What a code or a ticket is for, as whoever has it may read it. */
export interface CheckedInSeance extends Pick<Seance, 'id' | 'spaceId' | 'name' | 'timeZone'> {
  /** Of the half-day. */
  readonly start: Slot['start'];
  readonly end: Slot['end'];
  readonly slot: number;
  /** Of its page in the host; null where that has none. */
  readonly url: string | null;
}

export interface IssuedTicket {
  readonly ticket: string;
  readonly until: Instant;
  readonly seance: CheckedInSeance;
  /** Whether a signature is asked for. */
  readonly signs: boolean;
}

/** A learner who is there, and says so. */
interface Confirmation {
  readonly visit: Visit;
  readonly ticket: Ticket;
  readonly signature: Signature | null;
  readonly people: AskedPeople;
}

type Confirmed =
  { readonly seance: CheckedInSeance; readonly entry: PresenceView } | { readonly refusal: Refusal };

/**
 * Checks learners in: a code of the wall becomes a ticket before anybody signs in, and a ticket a mark after that.
 */
export class CheckIn {
  private readonly requests: PlaceRequests<Confirmation, Confirmed, Transaction>;

  constructor(
    private readonly transactions: Transactions,
    private readonly books: AttendanceBooks,
    private readonly access: SpaceAccess,
    private readonly readSettings: ReadSettings,
    private readonly digests: Digests,
    private readonly clock: Clock,
    private readonly pages: SeancePages,
  ) {
    this.requests = new PlaceRequests(transactions, (transaction, asked) => this.serve(transaction, asked));
  }

  /**
   * Exchanges a code, of now or of a step before or after, for a ticket. Guesses are counted under the lock of the
   * half-day: none is answered beside another.
   *
   * @param device a random id that the browser keeps; empty for none.
   * @throws Refusal `code-expired`
   */
  async exchange(code: string, device: string): Promise<IssuedTicket> {
    const { letters, digits } = typedCode(code);
    const found = await this.transactions.write(async (transaction) => {
      const { attendance } = transaction;
      const shown = await attendance.byLetters(letters);
      // Whoever goes on guessing after the end of a step takes no lock that others wait for.
      if (!shown || !mayTry(shown, transaction.now)) return undefined;
      const key = { seanceId: shown.slot.seanceId, slot: shown.slot.number };
      const one = await attendance.lockSlot(key);
      const { now } = transaction;
      if (one?.checkIn.letters !== letters || !mayTry(one, now)) return undefined;
      const { checkIn } = one;
      if (isRightCode(digits, now, checkIn.secret ?? '', this.keyed)) return { ...one, now };
      const wrong = { wrongStep: stepAt(now), wrongCodes: wrongCodesAt(checkIn, now) + 1 };
      await attendance.updateCheckIn(key, { ...checkIn, ...wrong });
      return undefined;
    });
    if (!found) throw new Refusal('code-expired');
    const { slot, checkIn, now } = found;
    const { seance, isSigned } = await this.seanceOf(slot);
    const ticket: Ticket = {
      ...{ seanceId: slot.seanceId, slot: slot.number, until: ticketUntil(now) },
      ...{ device, nonce: this.digests.random().slice(0, 32) },
    };
    return {
      ticket: sealTicket(ticket, checkIn.secret ?? '', this.keyed),
      until: ticket.until,
      seance: this.checkedIn(seance, slot),
      signs: isSigned,
    };
  }

  /**
   * Marks whoever has a ticket, once they are signed in. Requests that come together are answered together: a class checks
   * in within seconds.
   *
   * @param signature null for who confirms in words.
   * @throws Refusal `code-expired` for a ticket that is over, or was used by somebody else; `not-found` for who may not open
   * the space; `not-in-roster`, `slot-closed`, `seance-cancelled`, `attendance-off`, `validation`
   */
  async confirm(
    actor: Actor,
    sealed: string,
    signature: Signature | null,
  ): Promise<{ readonly seance: CheckedInSeance; readonly entry: PresenceView }> {
    const ticket = readTicket(sealed);
    if (!ticket) throw new Refusal('code-expired');
    const { seanceId } = ticket;
    const slots = await this.transactions.read(({ attendance }) => attendance.slots(seanceId));
    const found = slots.find(({ slot }) => slot.number === ticket.slot);
    if (!found || !isTicketValid(sealed, this.clock.now(), found.checkIn.secret ?? '', this.keyed))
      throw new Refusal('code-expired');
    const visit = await this.access.enter(actor, found.slot.spaceId, 'open');
    const asked = request(visit, seanceId, ticket.slot, [actor.id]);
    const confirmed = await this.books.knowing(
      asked,
      (people) => this.requests.submit(seanceId, { visit, ticket, signature, people }, found.slot.spaceId),
      slots,
    );
    if ('refusal' in confirmed) throw confirmed.refusal;
    return confirmed;
  }

  private readonly keyed = (secret: string, text: string) => this.digests.keyed(secret, text);

  private checkedIn({ id, spaceId, name, timeZone }: Seance, slot: Slot): CheckedInSeance {
    const { start, end, number } = slot;
    return { id, spaceId, name, start, end, timeZone, slot: number, url: this.pages.addressOf(spaceId, id) };
  }

  private async seanceOf({ spaceId, seanceId }: Slot) {
    return this.transactions.read(async (repositories) => {
      const [listed] = await repositories.seances.find(spaceId, [seanceId]);
      if (!listed) throw new Refusal('code-expired');
      const platforms = await repositories.platforms.ofSpaces([spaceId]);
      const { attendance } = await this.readSettings.within(repositories, platforms.get(spaceId) ?? '');
      return { seance: listed.seance, isSigned: attendance === 'signed' };
    });
  }

  /** Answers requests of one space: those of a séance together. What is refused to one is a result. */
  private async serve(
    transaction: Transaction,
    asked: readonly Confirmation[],
  ): Promise<readonly Confirmed[]> {
    const answers = new Map<Confirmation, Confirmed>();
    const bySeance = groupedBy(asked, ({ ticket }) => ticket.seanceId);
    for (const [seanceId, some] of [...bySeance].sort(([one], [other]) => (one < other ? -1 : 1)))
      try {
        await this.serveOne(transaction, seanceId, some, answers);
      } catch (error) {
        if (!Refusal.is(error) || error.kind === 'unavailable') throw error;
        for (const one of some) answers.set(one, { refusal: error });
      }
    return asked.map((one) => answers.get(one) as Confirmed);
  }

  private async serveOne(
    transaction: Transaction,
    seanceId: string,
    asked: readonly Confirmation[],
    answers: Map<Confirmation, Confirmed>,
  ): Promise<void> {
    const [first] = asked;
    if (!first) return;
    const people = AskedPeople.together(asked.map((one) => one.people));
    const book = request(first.visit, seanceId, null, []);
    await this.books.within(transaction, book, people, async (opened) => {
      for (const [slot, some] of groupedBy(asked, ({ ticket }) => ticket.slot)) {
        const roster = await rosterOf(opened, slot, some);
        for (const one of some) answers.set(one, await this.confirmed(opened, one, roster));
      }
    });
  }

  private async confirmed(
    book: AttendanceBook,
    one: Confirmation,
    roster: ReadonlyMap<string, Named>,
  ): Promise<Confirmed> {
    try {
      const entry = await confirm(book, one, roster);
      return { seance: this.checkedIn(book.seance, book.slot(one.ticket.slot)), entry };
    } catch (error) {
      if (!Refusal.is(error) || error.kind === 'unavailable') throw error;
      return { refusal: error };
    }
  }
}

/** Those who confirm that are to be there; what the log says of all of them, and of their tickets, is read on the way. */
async function rosterOf(
  book: AttendanceBook,
  slot: number,
  asked: readonly Confirmation[],
): Promise<ReadonlyMap<string, Named>> {
  const userIds = [...new Set(asked.map(({ visit }) => visit.actor.id))];
  await book.about(
    slot,
    userIds,
    asked.map(({ ticket }) => ticket.nonce),
  );
  return book.rosterAmong(slot, userIds);
}

/** Writes down that somebody is there; what staff said of how they are stays, with the signature beside it. */
async function confirm(
  book: AttendanceBook,
  { visit, ticket, signature }: Confirmation,
  roster: ReadonlyMap<string, Named>,
): Promise<PresenceView> {
  const { id, name } = visit.actor;
  const { slot, device, nonce } = ticket;
  book.openSlot(slot);
  const isSigned = signs(book.settings, signature);
  const user = roster.get(id);
  if (!user) throw new Refusal('not-in-roster');
  const { entries, roll } = await book.about(slot, [id], [nonce]);
  if (entries.some((entry) => entry.ticket === nonce && entry.user.id !== id))
    throw new Refusal('code-expired');
  const presence = roll.get(id);
  if (needsWriting(presence, isSigned)) {
    const kept = presence?.current;
    const { mark, minutes, note } =
      kept?.mark && kept.mark !== 'absent' ? kept : ({ mark: 'present', minutes: null, note: '' } as const);
    const how = { source: 'self', isSigned, signature, device, ticket: nonce } as const;
    if (mark) write(book, slot, { id, name }, { kind: 'mark', user, mark, minutes, note, ...how }, presence);
  }
  const after = (await book.about(slot, [id])).roll.get(id) as Presence;
  return presenceView(user, after, false, false);
}

/** Whether a check-in says anything that is not written down already. */
function needsWriting(presence: Presence | undefined, isSigned: boolean): boolean {
  const current: AttendanceEntry | null = presence?.current ?? null;
  if (!current || current.mark === 'absent') return true;
  return isSigned && presence?.signed === null;
}

/** Whether a code may be right: learners may check in, and not too many codes were wrong in this step. */
function mayTry({ slot, checkIn }: CheckInSlot, now: Instant): boolean {
  const isOpen = slot.closedAt === null && checkIn.until !== null && now <= checkIn.until;
  return isOpen && wrongCodesAt(checkIn, now) < mostWrongCodes;
}

function wrongCodesAt({ wrongStep, wrongCodes }: SlotCheckIn, now: Instant): number {
  return wrongStep === stepAt(now) ? wrongCodes : 0;
}
