import { isolated } from '../../locales/isolated.js';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Puts what a page of an element is called before the host's own title, which comes back when the element goes. */
export class PageTitle implements ReactiveController {
  readonly #nameOf: () => string | undefined;
  #hosts = '';
  #written: string | undefined;

  /** @param nameOf undefined for the page that the host's title is about. */
  constructor(host: ReactiveControllerHost, nameOf: () => string | undefined) {
    this.#nameOf = nameOf;
    host.addController(this);
  }

  hostUpdated(): void {
    // What is not ours any more, the host has written since.
    if (document.title !== this.#written) this.#hosts = document.title;
    const name = this.#nameOf();
    this.#write(name ? [isolated(name), this.#hosts].filter(Boolean).join(' – ') : this.#hosts);
  }

  hostDisconnected(): void {
    if (document.title === this.#written) document.title = this.#hosts;
    this.#written = undefined;
  }

  #write(title: string): void {
    if (document.title !== title) document.title = title;
    // As the document has it: it takes blanks together.
    this.#written = document.title;
  }
}
