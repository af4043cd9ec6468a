import type { AdminLocale } from '../administration/load-admin-locale.js';
import { openDialog, type Container } from '../core/open-dialog.js';
import type { WebhookWithSecret } from './webhook.js';

/** Shows a secret, this once. */
export async function showWebhookSecret(
  container: Container,
  locale: AdminLocale,
  webhook: WebhookWithSecret,
): Promise<void> {
  await openDialog(
    container,
    () => import('./webhook-secret.js'),
    ({ WebhookSecret }) => new WebhookSecret(locale, webhook),
  );
}
