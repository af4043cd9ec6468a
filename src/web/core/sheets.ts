import { unsafeCSS, type CSSResult } from 'lit';

const made = new Map<string, CSSResult>();

/** The style sheets that `.css?inline` files hold. Each is made once, however many elements have it. */
export function sheets(...texts: readonly string[]): CSSResult[] {
  return texts.map((text) => {
    const sheet = made.get(text) ?? unsafeCSS(text);
    made.set(text, sheet);
    return sheet;
  });
}
