import type { SeanceToolEvents } from '../seance-tool/events.js';

export type { SeanceToolEvents };
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
}

declare global {
  interface HTMLElementTagNameMap {
    'seance-tool': SeanceTool;
  }
}
