import type { Locale } from '../core/locale.js';
import type { Seance } from '../seance/seance.js';
import type { UnreadNotices } from '../space/unread-notices.js';
import type { Day } from '../time/days.js';
import type { Span } from '../time/span.js';
import type { WallTime } from '../time/wall-time.js';
import type { CalendarPage } from './calendar-page.js';
import type { Standing } from './standing.js';
import type { Tones } from './tones.js';

/** What a pointer gets hold of: a whole séance, its days alone, its end, or an empty place. */
export type Grip = 'move' | 'days' | 'end' | 'new';

/** Where something would be, as long as nobody has agreed to it: a séance that is moved, or a new one. */
export interface Plan extends Span {
  readonly seance: Seance | undefined;
}

/** What the views of the calendar show, and what they do when something in them is used. Times are the reader's. */
export interface CalendarContext {
  readonly locale: Locale;
  readonly unread: UnreadNotices;
  readonly page: CalendarPage;
  readonly days: readonly Day[];
  readonly standings: readonly Standing[];
  readonly plan: Plan | undefined;
  /** The names of what closes a day. */
  readonly closedOn: (day: Day) => readonly string[];
  readonly now: WallTime;
  readonly timeZone: string;
  readonly tones: Tones;
  /** The reader's own id: what they teach is theirs. */
  readonly reader: string;
  /** Whether the reader may create and move séances. */
  readonly isMovable: boolean;
  readonly hrefOf: (id: string) => string;
  readonly turn: (page: CalendarPage) => void;
  readonly open: (event: MouseEvent, id: string) => void;
  readonly press: (event: KeyboardEvent, standing: Standing) => void;
  readonly grab: (event: PointerEvent, standing: Standing, grip: Grip) => void;
}
