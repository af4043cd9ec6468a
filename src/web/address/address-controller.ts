import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { readAddress, writeAddress, type ToolAddress } from './tool-address.js';

/** Keeps an element and the page's address the same, through links, reload, back and forward. */
export class AddressController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #current = readAddress(location.search);

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get current(): ToolAddress {
    return this.#current;
  }

  hostConnected(): void {
    addEventListener('popstate', this.#read);
    this.#read();
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.#read);
  }

  /** Shows `address`; `replace` when going back should not come past what is shown now, as while typing. */
  go(address: ToolAddress, history: 'push' | 'replace' = 'push'): void {
    const target = this.href(address);
    this.#current = address;
    if (target !== location.pathname + location.search + location.hash) {
      if (history === 'push') window.history.pushState(null, '', target);
      else window.history.replaceState(window.history.state, '', target);
    }
    this.#host.requestUpdate();
  }

  /** The address as a link that can be shared. */
  href(address: ToolAddress): string {
    return location.pathname + writeAddress(address, location.search) + location.hash;
  }

  readonly #read = (): void => {
    this.#current = readAddress(location.search);
    this.#host.requestUpdate();
  };
}
