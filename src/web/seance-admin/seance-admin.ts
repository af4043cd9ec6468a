import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Authorize } from '../core/authorize.js';
import { authorizeProperty } from '../core/authorize-property.js';
import { AddressController } from '../core/address-controller.js';
import {
  adminAddress,
  adminTabs,
  wholeSearch,
  type AdminSearch,
  type AdminTab,
} from '../administration/admin-address.js';
import { AdminClient } from '../administration/admin-client.js';
import type { AdminDesk } from '../administration/admin-desk.js';
import '../closed-day/closed-day-list.js';
import type { ClosedDayList } from '../closed-day/closed-day-list.js';
import { loadAdminLocale, type AdminLocale } from '../administration/load-admin-locale.js';
import '../location/location-list.js';
import '../settings/notice-settings-form.js';
import '../settings/settings-form.js';
import '../webhook/broken-webhooks.js';
import { Loader } from '../core/loader.js';
import { loadPart } from '../core/load-part.js';
import { CommandEvent } from '../core/command.js';
import { failureMessage } from '../core/failure-message.js';
import { NoticeController } from '../core/notice-controller.js';
import { PageTitle } from '../core/page-title.js';
import themeCss from '../core/styles/theme.css?inline';
import controlsCss from '../core/styles/controls.css?inline';
import noticesCss from '../core/styles/notices.css?inline';
import toolCss from '../core/styles/tool.css?inline';
import seanceAdminCss from './seance-admin.css?inline';
import { sheets } from '../core/sheets.js';
import { textAttribute } from '../core/text-attribute.js';
import type { SeanceAdmin as SeanceAdminElement } from '../types/seance-admin.js';

/**
 * The administration of the tool: settings, places, closed days, notices and webhooks of the platform.
 *
 * Attributes: `base-url`, where the host mounted the plugin; `locale`, the reader's language; `address`,
 * `none` where the view is not to be in the query of the page's address. Look: the properties of `core/styles/theme.css`.
 */
export class SeanceAdmin extends LitElement implements SeanceAdminElement {
  static override properties = {
    baseUrl: textAttribute('', 'base-url'),
    locale: textAttribute('fr'),
    address: textAttribute('page'),
    authorize: authorizeProperty,
  };

  static override styles = sheets(themeCss, controlsCss, noticesCss, toolCss, seanceAdminCss);

  declare baseUrl: string;
  declare locale: string;
  /** `none` keeps what is shown out of the page's address, for a page that has several elements. */
  declare address: string;
  /** Says who asks, for pages without a cookie. */
  declare authorize: Authorize | undefined;
  readonly #notices = new NoticeController(this);
  readonly #address = new AddressController(this, adminAddress, () => this.address !== 'none');
  /** What the pages that were shown show: they stay, so that nothing typed in them is lost. */
  readonly #visited = new Map<AdminTab, AdminSearch>();
  readonly #desk = new Loader<AdminDesk>(this);
  /** The part that few come for: it is there with the first visit. */
  readonly #webhooks = new Loader<unknown>(this);

  constructor() {
    super();
    this.baseUrl = '';
    this.locale = 'fr';
    this.address = 'page';
    new PageTitle(this, () =>
      this.address === 'none'
        ? undefined
        : this.#desk.answer?.locale.text(`admin.${this.#address.current.tab}`),
    );
    this.addEventListener(CommandEvent.type, (event) => {
      const { command } = event as CommandEvent;
      event.stopPropagation();
      if (command.does !== 'search') return;
      const { q, page, size } = { ...this.#address.current.search, page: 1, ...command.changes };
      this.#narrow({ q, page, size }, command.history);
    });
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const opened = ['baseUrl', 'locale', 'authorize'] as const;
    if (opened.some((name) => changed.has(name))) this.#open();
    const { tab, search } = this.#address.current;
    if (tab === 'webhooks' && !this.#visited.has(tab)) this.#loadWebhooks();
    this.#visited.set(tab, search);
  }

  override render(): TemplateResult {
    const texts = this.#desk.answer?.locale;
    if (!texts)
      return html`<section class="panel">
        <div class="heading"><slot></slot></div>
      </section>`;
    return html`<section class="panel" aria-labelledby="title">
      <div class="heading"><h1 id="title" tabindex="-1">${texts.text('admin.title')}</h1></div>
      <div class="content">
        <nav class="tabs" aria-label=${texts.text('admin.title')}>
          ${adminTabs.map((tab) => this.#link(tab, texts.text(`admin.${tab}`)))}
        </nav>
        ${this.#notices.render(texts)} ${this.#content(texts)}
      </div>
    </section>`;
  }

  #link(tab: AdminTab, text: string): TemplateResult {
    const address = { tab, search: wholeSearch };
    const go = (event: MouseEvent): void => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      this.#notices.clear();
      this.#address.go(address);
    };
    return html`<a
      href=${this.#address.href(address)}
      aria-current=${tab === this.#address.current.tab ? 'page' : nothing}
      @click=${go}
      >${text}</a
    >`;
  }

  #content(texts: AdminLocale): TemplateResult | typeof nothing {
    const { answer: desk, failure, isLoading } = this.#desk;
    if (failure && !isLoading) return failureMessage(failure, texts, () => this.#open());
    if (!desk) return nothing;
    return html`${this.#address.current.tab === 'webhooks' ? nothing : this.#broken(desk)}
    ${[...this.#visited].map(([tab, search]) => this.#page(tab, search, desk))}`;
  }

  /** Where they are listed, that is seen in the list; who comes from there is told anew. */
  #broken(desk: AdminDesk): TemplateResult {
    return html`<broken-webhooks .desk=${desk}
      >${this.#link('webhooks', desk.locale.text('webhook.showBroken'))}</broken-webhooks
    >`;
  }

  #page(tab: AdminTab, search: AdminSearch, desk: AdminDesk): TemplateResult | typeof nothing {
    const hidden = tab !== this.#address.current.tab;
    switch (tab) {
      case 'settings':
        return html`<settings-form ?hidden=${hidden} .desk=${desk}></settings-form>`;
      case 'notices':
        return html`<notice-settings-form ?hidden=${hidden} .desk=${desk}></notice-settings-form>`;
      case 'locations':
        return html`<location-list ?hidden=${hidden} .desk=${desk} .search=${search}></location-list>`;
      case 'closed-days':
        return html`<closed-day-list
          ?hidden=${hidden}
          .desk=${desk}
          .search=${search}
          @change=${(event: Event) => this.#narrow({ past: (event.target as ClosedDayList).past, page: 1 })}
        ></closed-day-list>`;
      case 'webhooks':
        return hidden ? nothing : this.#webhookList(search, desk);
    }
  }

  /** Nothing is typed in it: it is made anew for who comes back, and says how things are then. */
  #webhookList(search: AdminSearch, desk: AdminDesk): TemplateResult {
    const { answer, failure } = this.#webhooks;
    if (answer) return html`<webhook-list .desk=${desk} .search=${search}></webhook-list>`;
    if (failure) return failureMessage(failure, desk.locale, () => this.#loadWebhooks());
    return html`<p class="muted" role="status">${desk.locale.text('tool.loading')}</p>`;
  }

  #narrow(changes: Partial<AdminSearch>, history: 'push' | 'replace' = 'push'): void {
    const { tab, search } = this.#address.current;
    this.#address.go({ tab, search: { ...search, ...changes } }, history);
  }

  #loadWebhooks(): void {
    void this.#webhooks.load(() => loadPart(() => import('../webhook/webhook-list.js')));
  }

  #open(): void {
    const client = new AdminClient(this.baseUrl, this.locale, this);
    void this.#desk.load(async () => ({
      client,
      locale: await loadAdminLocale(this.locale),
      notices: this.#notices,
    }));
  }
}

customElements.define('seance-admin', SeanceAdmin);
