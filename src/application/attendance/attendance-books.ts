import type { Slot } from '../../domain/attendance/roll.js';
import { Refusal } from '../../domain/refusal.js';
import type { CheckInSlot } from '../../ports/attendance-repository.js';
import type { Clock } from '../../ports/clock.js';
import type { Digests } from '../../ports/digests.js';
import type { Directory } from '../../ports/directory.js';
import type { Transaction, Transactions } from '../transactions.js';
import { AskedPeople, RosterMissing } from './asked-people.js';
import { AttendanceBook } from './attendance-book.js';

/** How often a séance may turn automatic, or be restored, while it is asked about. */
const mostAttempts = 3;

/** Which half-day, and whom it is about. */
export interface BookRequest {
  readonly platformId: string;
  readonly spaceId: string;
  readonly seanceId: string;
  /** Null for the séance as a whole. */
  readonly slot: number | null;
  readonly userIds?: readonly string[];
}

/** Opens the half-days of séances: asks the host what has to be known of people, then locks, writes and stores. */
export class AttendanceBooks {
  constructor(
    private readonly transactions: Transactions,
    private readonly directory: Directory,
    private readonly digests: Digests,
    private readonly clock: Clock,
  ) {}

  /** One transaction. @throws Refusal `attendance-off`, `not-found`, `seance-cancelled`, and what `work` refuses */
  write<T>(
    request: BookRequest,
    work: (book: AttendanceBook, transaction: Transaction) => Promise<T>,
  ): Promise<T> {
    return this.knowing(request, (people) =>
      this.transactions.write((transaction) => this.within(transaction, request, people, work)),
    );
  }

  /** As {@link write}, in a transaction that is open. */
  async within<T>(
    transaction: Transaction,
    request: BookRequest,
    people: AskedPeople,
    work: (book: AttendanceBook, transaction: Transaction) => Promise<T>,
  ): Promise<T> {
    const book = await AttendanceBook.open(transaction, this.digests, request, people);
    const result = await work(book, transaction);
    await book.flush();
    return result;
  }

  /** Does `work` with what the host says of the people of a request; again when that was not enough. */
  async knowing<T>(
    request: BookRequest,
    work: (people: AskedPeople) => Promise<T>,
    stored?: readonly CheckInSlot[],
  ): Promise<T> {
    let people = await this.ask(request, stored);
    for (let attempt = 1; ; attempt += 1)
      try {
        return await work(people);
      } catch (error) {
        if (!(error instanceof RosterMissing)) throw error;
        if (attempt === mostAttempts) throw new Refusal('busy');
        people = await this.askWhole(request);
      }
  }

  private async ask(request: BookRequest, known?: readonly CheckInSlot[]): Promise<AskedPeople> {
    const { seanceId, slot, userIds = [] } = request;
    const slots = known ?? (await this.transactions.read(({ attendance }) => attendance.slots(seanceId)));
    const now = this.clock.now();
    const isListed = ({ rosterAt }: Slot) => rosterAt !== null;
    const isDue = slots.some((one) => one.slot.startsAt <= now && !isListed(one.slot));
    const asked = slots.find((one) => one.slot.number === slot);
    if (!isDue && (slot === null ? slots.length > 0 : asked && isListed(asked.slot))) return AskedPeople.none;
    const seance = await this.automatic(request);
    if (!seance) return AskedPeople.none;
    const isWhole = isDue || (slots.length === 0 && seance.startsAt <= now);
    return AskedPeople.ask(this.directory, { sessionId: seance.sessionId, userIds, isWhole });
  }

  private async askWhole(request: BookRequest): Promise<AskedPeople> {
    const seance = await this.automatic(request);
    // Deleted, or for who enrols, since it was locked.
    if (!seance) return AskedPeople.none;
    return AskedPeople.ask(this.directory, { sessionId: seance.sessionId, userIds: [], isWhole: true });
  }

  /** The séance when everybody of its session is in it. */
  private async automatic({ spaceId, seanceId }: BookRequest) {
    const [found] = await this.transactions.read(({ seances }) => seances.find(spaceId, [seanceId]));
    return found?.seance.enrolmentMode === 'automatic' ? found.seance : undefined;
  }
}
