/** Makes rich text safe, whatever a client sent. */
export abstract class TextSanitizer {
  /** `html` with nothing left but the allow-list of tags and attributes; empty when it shows nothing. */
  abstract clean(html: string): string;

  /** What a reader sees of `html`, without markup and in one line: for searches and excerpts. */
  abstract plainText(html: string): string;

  /**
   * `html` as plain text that people read: a line for each paragraph, heading, item and row, and the address of a link in
   * parentheses behind its text, once where both are the same.
   */
  abstract readableText(html: string): string;
}
