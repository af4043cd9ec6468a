import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { UnreadNotices } from './unread-notices.js';
import type { Workplace } from './workplace.js';

/** Shows an element anew whenever what the reader has not read is another. */
export class UnreadWatch implements ReactiveController {
  readonly #host: ReactiveControllerHost & { readonly at: Workplace | undefined };
  #watched: UnreadNotices | undefined;

  constructor(host: ReactiveControllerHost & { readonly at: Workplace | undefined }) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#watch(this.#host.at?.unread);
  }

  hostUpdate(): void {
    this.#watch(this.#host.at?.unread);
  }

  hostDisconnected(): void {
    this.#watch(undefined);
  }

  #watch(unread: UnreadNotices | undefined): void {
    if (unread === this.#watched) return;
    this.#watched?.removeEventListener('change', this.#onChange);
    unread?.addEventListener('change', this.#onChange);
    this.#watched = unread;
  }

  readonly #onChange = (): void => this.#host.requestUpdate();
}
