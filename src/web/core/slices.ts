import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How many rows are drawn at a time. */
const slice = 100;

/** Draws a long list over several frames, so that the page answers in between. */
export class Slices implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #shown = slice;
  #frame = 0;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  /** The rows to draw now; the host is updated again for those that are left. What was drawn once stays. */
  take<Row>(rows: readonly Row[]): readonly Row[] {
    this.#shown = Math.min(this.#shown, rows.length + slice);
    if (this.#shown < rows.length && this.#frame === 0) this.#frame = requestAnimationFrame(this.#grow);
    return rows.slice(0, this.#shown);
  }

  readonly #grow = (): void => {
    this.#frame = 0;
    this.#shown += slice;
    this.#host.requestUpdate();
  };
}
