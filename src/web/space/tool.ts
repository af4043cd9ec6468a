import type { NoticeController } from '../core/notice-controller.js';
import type { Workplace } from './workplace.js';

/** The element that the commands work for, and what it shows. */
export interface Tool extends HTMLElement {
  readonly notices: NoticeController;
  readonly renderRoot: HTMLElement | DocumentFragment;
  /** Undefined until the tool can be used. */
  readonly workplace: Workplace | undefined;
  /** Shows a séance, or the list. */
  show(seance: string | undefined): void;
  /** Puts the focus on a séance in the list; false when it is not among the rows, or the list is not shown. */
  reveal(id: string): Promise<boolean>;
  /** Loads again what is on the screen. */
  refresh(): void;
}
