import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How what is shown is written in the query of an address. */
export interface AddressForm<Address> {
  /** Ours; all other parameters are the host's. */
  readonly parameters: readonly string[];
  /** Reads a query that anybody may have written: what makes no sense in it counts as absent. */
  read(parameters: URLSearchParams): Address;
  write(address: Address, parameters: URLSearchParams): void;
}

/** The query with `address` in it and the host's parameters as they were. */
export function queryWith<Address>(form: AddressForm<Address>, address: Address, query: string): string {
  const parameters = new URLSearchParams(query);
  for (const name of form.parameters) parameters.delete(name);
  form.write(address, parameters);
  return parameters.size > 0 ? `?${parameters}` : '';
}

/**
 * Keeps an element and the page's address the same, through links, reload, back and forward; or, where the page is not
 * the element's alone, only remembers what it shows.
 */
export class AddressController<Address> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #form: AddressForm<Address>;
  readonly #isOfPage: () => boolean;
  #current: Address;

  /** @param isOfPage whether the page's address is the element's: asked when it matters. */
  constructor(host: ReactiveControllerHost, form: AddressForm<Address>, isOfPage: () => boolean) {
    this.#host = host;
    this.#form = form;
    this.#isOfPage = isOfPage;
    this.#current = form.read(new URLSearchParams());
    host.addController(this);
  }

  get current(): Address {
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
  go(address: Address, history: 'push' | 'replace' = 'push'): void {
    const target = this.href(address);
    this.#current = address;
    if (this.#isOfPage() && target !== location.pathname + location.search + location.hash) {
      if (history === 'push') window.history.pushState(null, '', target);
      else window.history.replaceState(window.history.state, '', target);
    }
    this.#host.requestUpdate();
  }

  /** The address as a link that can be shared. */
  href(address: Address): string {
    const query = this.#isOfPage() ? queryWith(this.#form, address, location.search) : location.search;
    return location.pathname + query + location.hash;
  }

  readonly #read = (): void => {
    if (!this.#isOfPage()) return;
    this.#current = this.#form.read(new URLSearchParams(location.search));
    this.#host.requestUpdate();
  };
}
