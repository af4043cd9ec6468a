import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Lets the browser ask before the page is left, by reload, by an address or by closing, while something would be lost. */
export class LeaveGuard implements ReactiveController {
  readonly #wouldLose: () => boolean;

  constructor(host: ReactiveControllerHost, wouldLose: () => boolean) {
    this.#wouldLose = wouldLose;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('beforeunload', this.#ask);
  }

  hostDisconnected(): void {
    removeEventListener('beforeunload', this.#ask);
  }

  /** The words are the browser's. */
  readonly #ask = (event: Event): void => {
    if (this.#wouldLose()) event.preventDefault();
  };
}
