import type { Seance } from '../seance/seance.js';
import type { Locale } from '../core/locale.js';
import type { CalendarPage } from './calendar-page.js';
import type { Day } from '../time/days.js';

export type Grip = 'move' | 'end';

/** What the views of the calendar show, and what they do when something in them is used. */
export interface CalendarContext {
  readonly locale: Locale;
  readonly page: CalendarPage;
  readonly days: readonly Day[];
  readonly seances: readonly Seance[];
  readonly today: Day;
  /** The reader's own zone: séances elsewhere name theirs. */
  readonly timeZone: string;
  /** The id of the séance that is being moved. */
  readonly moving: string | undefined;
  /** Whether the reader may move séances. */
  readonly isMovable: boolean;
  readonly hrefOf: (id: string) => string;
  readonly turn: (page: CalendarPage) => void;
  readonly open: (event: MouseEvent, id: string) => void;
  readonly press: (event: KeyboardEvent, seance: Seance) => void;
  readonly grab: (event: PointerEvent, seance: Seance, grip: Grip) => void;
}
