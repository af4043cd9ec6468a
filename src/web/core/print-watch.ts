import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Draws its element anew before the page is printed, and after: there is no time to ask for anything then. */
export class PrintWatch implements ReactiveController {
  isPrinting = false;
  readonly #host: ReactiveControllerHost;
  readonly #paper = matchMedia('print');

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.#begin);
    addEventListener('afterprint', this.#end);
    this.#paper.addEventListener('change', this.#change);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.#begin);
    removeEventListener('afterprint', this.#end);
    this.#paper.removeEventListener('change', this.#change);
  }

  readonly #begin = (): void => this.#draw(true);
  readonly #end = (): void => this.#draw(false);
  readonly #change = ({ matches }: MediaQueryListEvent): void => this.#draw(matches);

  #draw(isPrinting: boolean): void {
    if (isPrinting === this.isPrinting) return;
    this.isPrinting = isPrinting;
    this.#host.requestUpdate();
  }
}
