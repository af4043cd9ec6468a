import type { AdminKey, AdminLocale } from '../administration/load-admin-locale.js';
import { browserZone } from '../time/browser-zone.js';
import type { Webhook, WebhookDelivery } from '../wire.gen.js';

export type { Webhook, WebhookDelivery, WebhookInput, WebhookWithSecret } from '../wire.gen.js';

export type EventType = Webhook['types'][number];

/** What an address can be told of, by what it happens to. */
export const typeGroups = {
  seance: [
    'seance.created',
    'seance.edited',
    'seance.cancelled',
    'seance.reinstated',
    'seance.deleted',
    'seance.restored',
    'seance.refreshed',
  ],
  enrolment: ['enrolment.enrolled', 'enrolment.waiting', 'enrolment.promoted', 'enrolment.cancelled'],
  comment: ['comment.added', 'comment.edited', 'comment.deleted', 'comment.restored'],
  attendance: ['attendance.marked', 'attendance.closed', 'attendance.absent', 'attendance.corrected'],
} as const satisfies Readonly<Record<string, readonly EventType[]>>;

export const everyType: readonly EventType[] = Object.values(typeGroups).flat();

/** What happened: as the history of a séance says it, where that names nobody. */
export function typeText(type: WebhookDelivery['type'], locale: AdminLocale): string {
  const own = `webhook.type.${type}`;
  return locale.text((locale.has(own) ? own : `history.${type}`) as AdminKey);
}

/** Whether nothing is sent since its address failed. */
export function isBroken({ paused }: Pick<Webhook, 'paused'>): boolean {
  return paused !== null && paused.reason !== 'by-hand';
}

/** What there is to know beside whether it is active. */
export function stateNotes({ paused, rotatesUntil }: Webhook, locale: AdminLocale): readonly string[] {
  const when = (instant: string): string => locale.shortDate(instant, browserZone());
  return [
    ...(paused ? [locale.text(`webhook.paused.${paused.reason}`, { when: when(paused.at) })] : []),
    ...(rotatesUntil ? [locale.text('webhook.rotating', { when: when(rotatesUntil) })] : []),
  ];
}

/** What became of a message so far. */
export function deliveryText({ state, attempts, last }: WebhookDelivery, locale: AdminLocale): string {
  switch (state) {
    case 'delivered':
      return locale.text('webhook.delivered', { status: last?.status ?? '' });
    case 'failed':
      return locale.text('webhook.failed', { count: attempts });
    case 'waiting':
      return locale.text(attempts === 0 ? 'webhook.queued' : 'webhook.retried', { count: attempts });
  }
}

/** Why the last attempt failed; empty when it did not, or when the message waits as a new one. */
export function faultText({ attempts, last }: WebhookDelivery, locale: AdminLocale): string {
  if (attempts === 0 || !last?.fault) return '';
  return locale.text(`webhook.fault.${last.fault}`, { status: last.status ?? '' });
}

/** Whether somebody may want to have it sent again: it failed, or waits for its next attempt. */
export function canRetry({ state, attempts }: WebhookDelivery): boolean {
  return state === 'failed' || (state === 'waiting' && attempts > 0);
}
