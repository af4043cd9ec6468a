/** `<seance-admin>`, the administration of the tool for the whole platform, as a host's page sees it. */
export declare class SeanceAdmin extends HTMLElement {
  /** Where the host mounted the plugin; the attribute `base-url`. */
  baseUrl: string;
  /** A BCP 47 tag: the language of the texts, and how dates are written. Default: `fr`. */
  locale: string;
  /** `none` keeps what is shown out of the page's address, history and title. Default: `page`. */
  address: string;
}

declare global {
  interface HTMLElementTagNameMap {
    'seance-admin': SeanceAdmin;
  }
}
