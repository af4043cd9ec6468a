import type { WebhookBacklog } from '../ports/webhook-repository.js';

/** A message that waits for longer is sent by nobody. In milliseconds. */
const toleratedWait = 60 * 60 * 1_000;

/** What there is to say of webhooks; advice where something is to be done. */
export function webhooksFound(
  { waiting, oldest, broken }: WebhookBacklog,
  now: number,
): { readonly says: string; readonly advice?: string } {
  const [first] = broken;
  if (first)
    return {
      says: `${broken.length} webhooks were paused since they failed, the first ${new URL(first.url).host}.`,
      advice: 'Mend what is behind; "Webhooks" in the administration says why, and has them go on.',
    };
  const says = waitingWebhooks({ waiting, oldest });
  if (oldest === null || now - Date.parse(oldest) <= toleratedWait) return { says };
  return {
    says,
    advice:
      'See in the administration which webhook fails, and whether a process of the platform runs that has called `plugin.start()`.',
  };
}

/** How much waits for other systems. */
export function waitingWebhooks({ waiting, oldest }: Pick<WebhookBacklog, 'waiting' | 'oldest'>): string {
  return `${waiting} messages wait for webhooks${oldest === null ? '' : `, the oldest since ${oldest}`}.`;
}
