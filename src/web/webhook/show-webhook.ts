import type { AdminDesk } from '../administration/admin-desk.js';
import { openDialog, type Container } from '../core/open-dialog.js';
import type { Webhook } from './webhook.js';
import type { WebhookTask } from './webhook-form.js';

/** Asks for an address and what it is told of; what came of it, or undefined when it was given up. */
export function showWebhookForm<Result>(
  container: Container,
  { locale }: AdminDesk,
  task: WebhookTask<Result>,
): Promise<Result | undefined> {
  return openDialog(
    container,
    () => import('./webhook-form.js'),
    ({ WebhookForm }) => new WebhookForm(locale, task),
  );
}

/** Shows what an address was told, has it tried, paused and given another secret. */
export async function showWebhookMessages(
  container: Container,
  { client, locale }: AdminDesk,
  webhook: Webhook,
): Promise<void> {
  await openDialog(
    container,
    () => import('./webhook-messages.js'),
    ({ WebhookMessages }) => new WebhookMessages(locale, client, webhook),
  );
}
