import type { Authorize } from '../core/authorize.js';

export type { Authorize };

/** `<my-seances>`, what its reader has before them in all their spaces, as a host's page sees it. */
export declare class MySeances extends HTMLElement {
  /** Where the host mounted the plugin; the attribute `base-url`. */
  baseUrl: string;
  /** A BCP 47 tag: the language of the texts, and how dates are written. Default: `fr`. */
  locale: string;
  /**
   * Says who asks, on pages whose requests no cookie goes with: called before each request, and once more after a 401. What
   * it gives is sent as `Authorization: Bearer …`. Default: undefined, which sends nothing.
   */
  authorize: Authorize | undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    'my-seances': MySeances;
  }
}
