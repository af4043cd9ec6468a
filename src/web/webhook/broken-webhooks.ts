import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { AdminDesk } from '../administration/admin-desk.js';
import { Loader } from '../core/loader.js';
import { sheets } from '../core/sheets.js';
import { isBroken } from './webhook.js';
import controlsCss from '../core/styles/controls.css?inline';
import brokenWebhooksCss from './broken-webhooks.css?inline';

/**
 * Tells administrators, wherever they are, of addresses to which nothing is sent since they failed; its content is where
 * to see them. Without an answer it says nothing: it is beside what the reader came for.
 */
export class BrokenWebhooks extends LitElement {
  static override properties = { desk: { attribute: false } };
  static override styles = sheets(controlsCss, brokenWebhooksCss);

  declare desk: AdminDesk;
  /** How many there are. */
  readonly #count = new Loader<number>(this);

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('desk')) return;
    void this.#count.load(
      async (signal) => (await this.desk.client.webhooks(signal)).filter(isBroken).length,
    );
  }

  /** The live region has to be there before its text is. */
  override render(): TemplateResult {
    const count = this.#count.answer ?? 0;
    return html`<div role="status">
      ${
        count > 0
          ? html`<p class="notice">${this.desk.locale.text('webhook.broken', { count })} <slot></slot></p>`
          : nothing
      }
    </div>`;
  }
}

customElements.define('broken-webhooks', BrokenWebhooks);
