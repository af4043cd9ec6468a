/** A comment: what staff tell the users of a séance about it. */
export interface Comment {
  readonly id: string;
  /** Sanitised HTML; sanitise it again before it is shown. */
  readonly content: string;
  /** Both empty for somebody who was forgotten. */
  readonly author: { readonly id: string; readonly name: string };
  /** UTC instant, `YYYY-MM-DDTHH:mm:ssZ`. */
  readonly createdAt: string;
  /** Null when it was never edited. */
  readonly editedAt: string | null;
}
