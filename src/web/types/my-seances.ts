/** `<my-seances>`, what its reader has before them in all their spaces, as a host's page sees it. */
export declare class MySeances extends HTMLElement {
  /** Where the host mounted the plugin; the attribute `base-url`. */
  baseUrl: string;
  /** A BCP 47 tag: the language of the texts, and how dates are written. Default: `fr`. */
  locale: string;
}

declare global {
  interface HTMLElementTagNameMap {
    'my-seances': MySeances;
  }
}
