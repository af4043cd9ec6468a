import type { CalendarPage } from '../calendar/calendar-days.js';
import type { Move } from '../calendar/calendar-move.js';
import type { Restoration } from '../deletion/deletion.js';
import type { Enrolment } from '../enrolment/enrolment.js';
import type { Seance, SeanceGroup } from '../seance/seance.js';
import type { SeanceSearch } from '../seance/seance-search.js';
import type { SeanceActionName } from '../seance/seance-actions.js';

/** What staff do with somebody who is in a séance or waits. */
export type ParticipantAction = 'accept' | 'move' | 'remove';

/** What changes who is in which séance. */
export type PlaceCommand =
  | { readonly does: 'enrol' | 'leave' | 'add-learners'; readonly seance: Seance }
  | {
      readonly does: 'participant';
      readonly action: ParticipantAction;
      readonly seance: Seance;
      readonly enrolment: Enrolment;
    }
  | { readonly does: 'edit-group'; readonly group: SeanceGroup };

/** What an element inside the tool asks the tool to do. */
export type Command =
  | PlaceCommand
  | { readonly does: 'search'; readonly changes: Partial<SeanceSearch>; readonly history: 'push' | 'replace' }
  | { readonly does: 'open'; readonly id: string }
  | { readonly does: 'back' | 'open-bin' }
  | { readonly does: 'restore'; readonly restoration: Restoration; readonly count: number }
  /** Shows a page of the calendar, or the table. */
  | { readonly does: 'view'; readonly calendar: CalendarPage | undefined }
  /** Asks whether to move a séance; `settle` is called when it is, or is not, moved. */
  | { readonly does: 'move'; readonly move: Move; readonly settle: () => void }
  | { readonly does: 'create' }
  | { readonly does: 'act'; readonly action: SeanceActionName; readonly seance: Seance }
  | { readonly does: 'delete'; readonly seances: readonly Seance[] };

/** Crosses the shadow roots up to the tool, which lets it go no further. */
export class CommandEvent extends Event {
  static readonly type = 'tool-command';
  readonly command: Command;

  constructor(command: Command) {
    super(CommandEvent.type, { bubbles: true, composed: true });
    this.command = command;
  }
}

export function ask(from: EventTarget, command: Command): void {
  from.dispatchEvent(new CommandEvent(command));
}
