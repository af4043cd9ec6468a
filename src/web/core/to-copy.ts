import { html, type TemplateResult } from 'lit';

/** A text to take along: the focus selects all of it. */
export function textToCopy(name: string, text: string): TemplateResult {
  return html`<input
    id=${name}
    class="field"
    readonly
    .value=${text}
    @focus=${(event: Event) => (event.target as HTMLInputElement).select()}
  />`;
}

/** True when the text is in the clipboard: some browsers keep it from some pages. */
export async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
