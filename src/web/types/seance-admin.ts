import type { Authorize } from '../core/authorize.js';

export type { Authorize };

/** `<seance-admin>`, the administration of the tool for the whole platform, as a host's page sees it. */
export declare class SeanceAdmin extends HTMLElement {
  /** Where the host mounted the plugin; the attribute `base-url`. */
  baseUrl: string;
  /** A BCP 47 tag: the language of the texts, and how dates are written. Default: `fr`. */
  locale: string;
  /** `none` keeps what is shown out of the page's address, history and title. Default: `page`. */
  address: string;
  /**
   * Says who asks, on pages whose requests no cookie goes with: called before each request, and once more after a 401. What
   * it gives is sent as `Authorization: Bearer …`. Default: undefined, which sends nothing.
   */
  authorize: Authorize | undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    'seance-admin': SeanceAdmin;
  }
}
