import type { Authorize } from '../core/authorize.js';
import type { SeanceToolEvents } from '../seance-tool/events.js';

export type { Authorize, SeanceToolEvents };
export type { Seance } from '../wire.gen.js';

/**
 * `<seance-tool>`, the tool of one activity space, as a host's page sees it. What was done there it tells by its events,
 * {@link SeanceToolEvents}, which bubble.
 */
export declare class SeanceTool extends HTMLElement {
  /** Where the host mounted the plugin; the attribute `base-url`. */
  baseUrl: string;
  /** The id of the activity space. */
  space: string;
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
    'seance-tool': SeanceTool;
  }
}
