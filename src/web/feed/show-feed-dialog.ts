import type { SeancesClient } from '../space/seances-client.js';
import type { Locale } from '../core/locale.js';

/** Lets the reader make, replace and revoke the address of their own calendar feed. */
export async function showFeedDialog(
  container: HTMLElement | DocumentFragment,
  parts: { readonly client: SeancesClient; readonly locale: Locale; readonly timeZone: string },
): Promise<void> {
  const { FeedDialog, showModal } = await import('./feed-dialog.js');
  await showModal(container, Object.assign(new FeedDialog(), parts));
}
