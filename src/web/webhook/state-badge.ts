import { html, type TemplateResult } from 'lit';
import type { AdminLocale } from '../administration/load-admin-locale.js';
import { isBroken, type Webhook } from './webhook.js';

/** Whether something is sent to an address, in a word. */
export function stateBadge(webhook: Webhook, locale: AdminLocale): TemplateResult {
  return html`<span class=${isBroken(webhook) ? 'webhook-state broken' : 'webhook-state'}
    >${locale.text(webhook.paused ? 'webhook.paused' : 'webhook.active')}</span
  >`;
}
