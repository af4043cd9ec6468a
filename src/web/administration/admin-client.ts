import type { Attempt } from '../core/attempt.js';
import type { Authorized } from '../core/authorize.js';
import { Http, readJson } from '../core/http.js';
import type { Page } from '../core/page.js';
import type * as wire from '../wire.gen.js';
import type { AdminSearch } from './admin-address.js';

export type SettingValue = string | number | boolean;
export type SettingValues = Readonly<Record<string, SettingValue>>;

/** What the JSON Schema of the settings says of one of them. */
export interface SettingSchema {
  readonly type: 'boolean' | 'integer' | 'string';
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
}

type Told = wire.SettingsReview['changes'][number];

export interface SettingChange extends Told {
  readonly before: SettingValue;
  readonly after: SettingValue;
}

export interface SettingsReview extends wire.SettingsReview {
  readonly values: SettingValues;
  readonly schema: { readonly properties: Readonly<Record<string, SettingSchema>> };
  /** The latest first. */
  readonly changes: readonly SettingChange[];
}

/** Some séances, and how many there are. */
export type SomeSeances = wire.LocationInUse['usedBy'];

/** A séance as administrators are told of it. `start` is local. */
export type PlacedSeance = SomeSeances['items'][number];

/** A place, which is read-only when the host keeps it. */
export type AdministeredLocation = wire.AdministeredLocation;

export type LocationInput = Required<wire.LocationInput>;

export type ClosedDay = wire.ClosedDayPage['items'][number];

/** Days are `YYYY-MM-DD`, both inclusive. */
export type ClosedDayInput = Required<wire.ClosedDayInput>;

export type ImportPreview = wire.ClosedDayImportPreview;

export type ImportResult = wire.ClosedDayImportResult;

/** The administration's part of the HTTP API. Methods throw a `RequestFailure` for what is refused or cannot be done. */
export class AdminClient {
  readonly #http: Http;

  constructor(baseUrl: string, locale: string, by: Authorized) {
    this.#http = new Http(baseUrl, locale, by);
  }

  settings(signal?: AbortSignal): Promise<SettingsReview> {
    return this.#http.get('/admin/settings', { signal });
  }

  async changeSettings(values: SettingValues): Promise<SettingsReview> {
    return readJson(await this.#http.send('PUT', '/admin/settings', { body: values }));
  }

  noticeSettings(signal?: AbortSignal): Promise<wire.NoticeSettings> {
    return this.#http.get('/admin/notices', { signal });
  }

  async changeNoticeSettings(changes: wire.NoticeSettingChanges): Promise<wire.NoticeSettings> {
    return readJson(await this.#http.send('PUT', '/admin/notices', { body: changes }));
  }

  locations({ q, page, size }: AdminSearch, signal?: AbortSignal): Promise<Page<AdministeredLocation>> {
    const query = new URLSearchParams({ q, page: String(page), size: String(size) });
    return this.#http.get('/admin/locations', { query, signal });
  }

  async seancesAt(locationId: string): Promise<SomeSeances> {
    const path = item('locations', locationId);
    return (await this.#http.get<wire.LocationInUse>(path)).usedBy;
  }

  addLocation(input: LocationInput, attempt: Attempt): Promise<AdministeredLocation> {
    return this.#once('/admin/locations', input, attempt);
  }

  async editLocation(id: string, changes: Partial<LocationInput>): Promise<AdministeredLocation> {
    return readJson(await this.#http.send('PATCH', item('locations', id), { body: changes }));
  }

  async deleteLocation(id: string): Promise<void> {
    await this.#http.send('DELETE', item('locations', id));
  }

  /** @param from only those that end on this day or later */
  closedDays(
    { page, size }: AdminSearch,
    from: string | undefined,
    signal?: AbortSignal,
  ): Promise<Page<ClosedDay>> {
    const query = new URLSearchParams({ page: String(page), size: String(size) });
    if (from !== undefined) query.set('from', from);
    return this.#http.get('/admin/closed-days', { query, signal });
  }

  async seancesOn(closedDayId: string): Promise<SomeSeances> {
    const path = item('closed-days', closedDayId);
    return (await this.#http.get<wire.ClosedDay>(path)).seances;
  }

  addClosedDay(input: ClosedDayInput, attempt: Attempt): Promise<wire.ClosedDay> {
    return this.#once('/admin/closed-days', input, attempt);
  }

  async editClosedDay(id: string, changes: Partial<ClosedDayInput>): Promise<wire.ClosedDay> {
    return readJson(await this.#http.send('PATCH', item('closed-days', id), { body: changes }));
  }

  async deleteClosedDay(id: string): Promise<void> {
    await this.#http.send('DELETE', item('closed-days', id));
  }

  async previewImport(calendar: Blob): Promise<ImportPreview> {
    return readJson(await this.#http.send('POST', '/admin/closed-days/import/preview', { body: calendar }));
  }

  importClosedDays(calendar: Blob, attempt: Attempt): Promise<ImportResult> {
    return this.#once('/admin/closed-days/import', calendar, attempt);
  }

  /** All of them, the oldest first. */
  async webhooks(signal?: AbortSignal): Promise<wire.WebhookList['items']> {
    return (await this.#http.get<wire.WebhookList>('/admin/webhooks', { signal })).items;
  }

  webhook(id: string, signal?: AbortSignal): Promise<wire.Webhook> {
    return this.#http.get(item('webhooks', id), { signal });
  }

  addWebhook(input: wire.WebhookInput, attempt: Attempt): Promise<wire.WebhookWithSecret> {
    return this.#once('/admin/webhooks', input, attempt);
  }

  async editWebhook(id: string, changes: wire.WebhookChanges): Promise<wire.Webhook> {
    return readJson(await this.#http.send('PATCH', item('webhooks', id), { body: changes }));
  }

  async deleteWebhook(id: string): Promise<void> {
    await this.#http.send('DELETE', item('webhooks', id));
  }

  async rotateWebhook(id: string): Promise<wire.WebhookWithSecret> {
    return readJson(await this.#http.send('POST', `${item('webhooks', id)}/rotate`));
  }

  /** Sends a message at once. @returns what came of it, good or bad */
  async tryWebhook(id: string): Promise<wire.WebhookDelivery> {
    return readJson(await this.#http.send('POST', `${item('webhooks', id)}/trial`));
  }

  /** The latest first. */
  async webhookDeliveries(id: string, signal?: AbortSignal): Promise<wire.WebhookDeliveryList['items']> {
    const path = `${item('webhooks', id)}/deliveries`;
    return (await this.#http.get<wire.WebhookDeliveryList>(path, { signal })).items;
  }

  async retryWebhookDelivery(id: string, deliveryId: string): Promise<wire.WebhookDelivery> {
    const path = `${item('webhooks', id)}/deliveries/${encodeURIComponent(deliveryId)}/retry`;
    return readJson(await this.#http.send('POST', path));
  }

  async #once<T>(path: string, body: unknown, attempt: Attempt): Promise<T> {
    return readJson<T>(await this.#http.postOnce(path, { body }, attempt));
  }
}

function item(list: string, id: string): string {
  return `/admin/${list}/${encodeURIComponent(id)}`;
}
