import type { ReactiveController, ReactiveElement } from 'lit';

/** How often it is asked what others have marked meanwhile, in milliseconds. */
const interval = 10_000;

/** Asks again and again while its element is looked at, and at once when somebody comes back to it. */
export class AttendanceSheetPoll implements ReactiveController {
  readonly #ask: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveElement, ask: () => void) {
    this.#ask = ask;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#onSight);
    this.next();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#onSight);
    clearTimeout(this.#timer);
  }

  /** From now on. */
  next(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#tick, interval);
  }

  readonly #tick = (): void => {
    this.next();
    if (!document.hidden) this.#ask();
  };

  readonly #onSight = (): void => {
    if (!document.hidden) this.#ask();
  };
}
