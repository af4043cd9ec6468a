import type { ReactiveController, ReactiveControllerHost } from 'lit';

const minute = 60_000;

/** Shows an element anew whenever the clocks show another minute, as long as it is on the page. */
export class MinuteClock implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#timer = setTimeout(this.#tick, minute - (Date.now() % minute));
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  readonly #tick = (): void => {
    this.#host.requestUpdate();
    this.hostConnected();
  };
}
