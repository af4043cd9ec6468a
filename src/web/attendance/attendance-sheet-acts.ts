import { wholeText } from '../core/failure-message.js';
import { followLink } from '../core/follow-link.js';
import type { NoticeController } from '../core/notice-controller.js';
import type { Container } from '../core/open-dialog.js';
import { RequestFailure } from '../core/request-failure.js';
import type { Seance } from '../seance/seance.js';
import type { Workplace } from '../space/workplace.js';
import type { Attendance, Mark, MarkValue, Slot } from './attendance.js';
import type { AttendanceSheetClient } from './attendance-sheet-client.js';
import {
  addPeople,
  changeBreak,
  closeSlot,
  completeMark,
  correctMark,
  showMarkDetails,
} from './attendance-sheet-dialogs.js';
import { instantOf } from './attendance-sheet-values.js';
import type { AttendanceLocale } from './load-attendance-locale.js';
import type { MarkPost } from './mark-post.js';
import { keyOf, type PendingMark, type RefusedMark, type ShownEntry } from './pending-marks.js';
import { showProjector } from './show-projector.js';

/** The sheet as it is shown. */
export interface Sheet {
  readonly at: Workplace;
  readonly locale: AttendanceLocale;
  readonly seance: Seance;
  readonly attendance: Attendance;
  readonly client: AttendanceSheetClient;
  readonly post: MarkPost;
}

/** What shows it. */
export interface SheetHost {
  readonly renderRoot: Container;
  readonly notices: NoticeController;
  readonly sheet: Sheet | undefined;
  /** The server has told how half a day is now, or all. */
  put(known: Slot | Attendance): void;
  requestUpdate(): void;
}

/** Something that was marked, and can be taken back. */
interface LastAct {
  readonly slot: number;
  readonly made: readonly PendingMark[];
  /** What held before, of those of whom something did. */
  readonly before: readonly (MarkValue & { readonly userId: string })[];
}

/** What a trainer does with the sheet: marking is written down in the page at once, all else is asked of the server. */
export class AttendanceSheetActs {
  readonly #host: SheetHost;
  #last: LastAct | undefined;

  constructor(host: SheetHost) {
    this.#host = host;
  }

  /** Marks somebody, as it was chosen, or shows what was said of them. */
  choose(slot: Slot, entry: ShownEntry, choice: Mark | 'details'): Promise<void> {
    return this.#do(async ({ at, locale, post }) => {
      const { renderRoot } = this.#host;
      if (choice === 'details') return showMarkDetails(renderRoot, locale, entry, at.space.actor.timeZone);
      if (slot.state === 'closed') return this.#correct(slot, entry, { mark: choice });
      if (choice === 'present' || choice === 'absent' || choice === 'remote') {
        this.mark(slot, [entry], { mark: choice });
        return;
      }
      const value = await completeMark(renderRoot, locale, slot, entry, choice, post.now());
      if (value) this.mark(slot, [entry], value);
    });
  }

  mark(slot: Slot, entries: readonly ShownEntry[], value: MarkValue): void {
    const { sheet } = this.#host;
    const others = entries.filter((entry) => !isSame(entry, value));
    if (!sheet || others.length === 0) return;
    const at = instantOf(sheet.post.now());
    const made = others.map(({ user }) => ({ userId: user.id, ...value, at }));
    this.#last = { slot: slot.id, made, before: others.flatMap(valueOf) };
    sheet.post.add(slot.id, made);
  }

  /** Marks all without a mark as present. */
  markAll(slot: Slot, entries: readonly ShownEntry[]): void {
    const { sheet, notices } = this.#host;
    const others = entries.filter(({ mark }) => mark === null);
    this.mark(slot, others, { mark: 'present' });
    const text = sheet?.locale.text('presence.allPresent', { count: others.length });
    if (text) notices.show({ text, actions: [{ label: 'action.undo', run: () => this.undo() }] });
  }

  /** Whether what was done last can be taken back: what was sent cannot be made nothing again. */
  get canUndo(): boolean {
    const last = this.#last;
    if (!last) return false;
    const before = new Set(last.before.map(({ userId }) => userId));
    const waiting = this.#waiting(last.slot);
    return last.made.every((mark) => before.has(mark.userId) || waiting.has(keyOf(mark)));
  }

  /** Takes back what was done last. */
  undo(): void {
    const { sheet, notices } = this.#host;
    const last = this.#last;
    if (!sheet || !last || !this.canUndo) return;
    const waiting = this.#waiting(last.slot);
    const unsent = last.made.filter((mark) => waiting.has(keyOf(mark)));
    const sent = new Set(last.made.filter((mark) => !unsent.includes(mark)).map(({ userId }) => userId));
    const at = instantOf(sheet.post.now());
    this.#last = undefined;
    sheet.post.withdraw(last.slot, unsent);
    const again = last.before.filter(({ userId }) => sent.has(userId)).map((value) => ({ ...value, at }));
    if (again.length > 0) sheet.post.add(last.slot, again);
    notices.clear();
    this.#host.requestUpdate();
  }

  #waiting(slot: number): ReadonlySet<string> {
    return new Set(this.#host.sheet?.post.of(slot).waiting.map(keyOf));
  }

  /** A mark that came too late becomes a correction. */
  correctRefused(slot: Slot, mark: RefusedMark): Promise<void> {
    return this.#do(async ({ post }) => {
      const entry = slot.entries.find(({ user }) => user.id === mark.userId);
      if (entry && (await this.#correct(slot, entry, mark))) post.dismiss(slot.id, mark);
    });
  }

  async #correct(
    slot: Slot,
    entry: ShownEntry | Slot['entries'][number],
    proposal: MarkValue,
  ): Promise<boolean> {
    const { sheet, renderRoot } = this.#host;
    if (!sheet) return false;
    const question = { seanceId: sheet.seance.id, slot, entry, proposal };
    const known = await correctMark(renderRoot, sheet.locale, sheet.client, question);
    if (known) this.#host.put(known);
    return known !== undefined;
  }

  close(slot: Slot): Promise<void> {
    return this.#do(async ({ attendance, client, locale, post, seance }) => {
      const isSigned = attendance.mode === 'signed';
      const question = { seanceId: seance.id, slot, isSigned };
      const known = await closeSlot(this.#host.renderRoot, locale, client, post, question);
      if (!known) return;
      this.#last = undefined;
      this.#host.put(known);
      this.#host.notices.show({ text: locale.text('presence.closedNow') });
    });
  }

  add(slot: Slot): Promise<void> {
    return this.#do(async ({ at, client, locale, seance }) => {
      const known = await addPeople(this.#host.renderRoot, at, locale, client, seance, slot);
      if (known) this.#host.put(known);
    });
  }

  changeBreak(): Promise<void> {
    return this.#do(async ({ attendance, client, locale, seance }) => {
      const known = await changeBreak(this.#host.renderRoot, locale, client, seance.id, attendance.break);
      if (known) this.#host.put(known);
    });
  }

  /** Opens the learners' check-in, or has it end at another time. */
  openCheckIn(slot: Slot, until?: string): Promise<void> {
    return this.#do(async ({ client, seance }) => {
      const { until: end } = await client.openCheckIn(seance.id, slot.id, until);
      this.#host.put({ ...slot, checkIn: end === null ? null : { until: end } });
    });
  }

  closeCheckIn(slot: Slot): Promise<void> {
    return this.#do(async ({ client, seance }) => {
      await client.closeCheckIn(seance.id, slot.id);
      this.#host.put({ ...slot, checkIn: null });
    });
  }

  project(slot: Slot): Promise<void> {
    return this.#do(({ client, locale, seance }) =>
      showProjector(this.#host.renderRoot, locale, client, {
        ...{ seanceId: seance.id, slot: slot.id, name: seance.name, timeZone: slot.timeZone },
      }),
    );
  }

  /** Saves the sheet as PDF, as it was marked or to be signed on paper. */
  paper(isBlank: boolean): Promise<void> {
    return this.#do(async ({ client, seance }) => {
      const address = client.paperAddress(seance.id, isBlank);
      followLink(address ?? (await client.paperAddressOnce(seance.id, isBlank)));
    });
  }

  async #do(work: (sheet: Sheet) => Promise<unknown>): Promise<void> {
    const { sheet, notices } = this.#host;
    if (!sheet) return;
    notices.clear();
    try {
      await work(sheet);
    } catch (error) {
      notices.show({ text: wholeText(RequestFailure.of(error), sheet.locale), isProblem: true });
    }
  }
}

function isSame({ mark, minutes, note = '' }: ShownEntry, value: MarkValue): boolean {
  return mark === value.mark && minutes === value.minutes && note === (value.note ?? '');
}

function valueOf({ user, mark, minutes, note }: ShownEntry): readonly LastAct['before'][number][] {
  if (mark === null) return [];
  const value = { mark, ...(minutes !== undefined && { minutes }), ...(note !== undefined && { note }) };
  return [{ userId: user.id, ...value }];
}
