/** Makes rich text safe, whatever a client sent. */
export abstract class TextSanitizer {
  /** `html` with nothing left but the allow-list of tags and attributes; empty when it shows nothing. */
  abstract clean(html: string): string;

  /** What a reader sees of `html`, without markup. */
  abstract plainText(html: string): string;
}
