import type { Page } from 'playwright-core';

/** The accessible name, or else the text, of what has the focus, wherever in the shadow roots it is. */
export function focused(page: Page): Promise<string> {
  return page.evaluate<string>(`(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const label = element?.labels?.[0]?.textContent;
    return (element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? '').trim();
  })()`);
}
