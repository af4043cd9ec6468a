import { html, nothing, type TemplateResult } from 'lit';
import { Attempt } from '../core/attempt.js';
import type { Page } from '../core/page.js';
import { icon } from '../core/icons.js';
import '../core/search-box.js';
import type { AdministeredLocation, LocationInput } from '../administration/admin-client.js';
import { AdminList } from '../administration/admin-list.js';
import type { AdminKey } from '../administration/load-admin-locale.js';
import type { RecordField, RecordValues } from '../administration/record-form.js';
import { iconButton } from '../core/icon-button.js';
import { addressLines } from './address-lines.js';
import { showMessage, showRecordForm } from '../administration/show-dialogs.js';

/** The lines of the form, in the order of an address on an envelope. */
const fields: readonly (RecordField & { readonly name: keyof LocationInput })[] = [
  { name: 'name', label: 'location.name', isRequired: true },
  { name: 'street', label: 'location.street' },
  { name: 'streetNumber', label: 'location.streetNumber' },
  { name: 'box', label: 'location.box' },
  { name: 'postalCode', label: 'location.postalCode' },
  { name: 'city', label: 'location.city' },
  { name: 'country', label: 'location.country' },
  { name: 'phone', label: 'location.phone', type: 'tel' },
];

/** The places: the platform's own, which can be changed here, then the host's. */
export class LocationList extends AdminList<AdministeredLocation> {
  protected override readonly columns: readonly AdminKey[] = [
    'location.name',
    'location.address',
    'location.phone',
  ];

  protected override readonly caption = 'admin.locations';

  protected override fetch(signal: AbortSignal): Promise<Page<AdministeredLocation>> {
    return this.desk.client.locations(this.search, signal);
  }

  protected override tools(): TemplateResult {
    const { locale } = this.desk;
    return html`<button type="button" class="button primary" @click=${() => void this.#add()}>
        ${icon('plus')} ${locale.text('location.add')}
      </button>
      <search-box .locale=${locale} .q=${this.search.q}></search-box>`;
  }

  protected override emptyText(): string {
    return this.desk.locale.text(this.search.q === '' ? 'location.none' : 'location.noneFound');
  }

  protected override row(place: AdministeredLocation): TemplateResult {
    const { locale } = this.desk;
    return html`<tr role="row">
      <td role="cell" class="name">
        ${place.name}
        ${place.readOnly ? html`<span class="badge">${locale.text('location.fromHost')}</span>` : nothing}
      </td>
      <td role="cell" class="address">${addressLines(place).map((line) => html`<span>${line}</span>`)}</td>
      <td role="cell" class=${place.phone === '' ? 'empty' : ''}>
        <span class="label">${locale.text('location.phone')}</span> ${place.phone}
      </td>
      <td role="cell" class="buttons">${place.readOnly ? nothing : this.#buttons(place)}</td>
    </tr>`;
  }

  #buttons(place: AdministeredLocation): TemplateResult {
    const { locale } = this.desk;
    const { name } = place;
    return html`${iconButton('pencil', locale.text('admin.editOf', { name }), () => void this.#edit(place), 'primary')}
    ${iconButton('bin', locale.text('admin.deleteOf', { name }), () => void this.#delete(place), 'danger')}`;
  }

  async #add(): Promise<void> {
    const attempt = new Attempt();
    const added = await showRecordForm(this.renderRoot, this.desk, {
      heading: 'location.addTitle',
      fields,
      values: Object.fromEntries(fields.map(({ name }) => [name, ''])),
      save: (values) => this.desk.client.addLocation(values as unknown as LocationInput, attempt),
    });
    if (added) this.done(this.desk.locale.text('location.added', { name: added.name }));
  }

  async #edit(place: AdministeredLocation): Promise<void> {
    const values = Object.fromEntries(fields.map(({ name }) => [name, place[name]]));
    const edited = await showRecordForm(this.renderRoot, this.desk, {
      heading: 'location.editTitle',
      fields,
      values,
      save: async (typed) => {
        const changes = changesBetween(values, typed);
        return Object.keys(changes).length > 0 ? this.desk.client.editLocation(place.id, changes) : place;
      },
    });
    if (edited) this.done(this.desk.locale.text('location.edited', { name: edited.name }));
  }

  /** Asks the server first where the place is used. */
  async #delete({ id, name }: AdministeredLocation): Promise<void> {
    const { client, locale, notices } = this.desk;
    await this.attempt(async () => {
      const seances = await client.seancesAt(id);
      const isDeleted = await showMessage(this.renderRoot, this.desk, {
        heading: locale.text('location.deleteTitle'),
        lines: [
          locale.text('location.deleteQuestion', { name }),
          locale.text('location.usedBy', { count: seances.total }),
        ],
        seances,
        remove: () => client.deleteLocation(id),
      });
      if (!isDeleted) return;
      this.done(locale.text('location.deleted', { name }));
      await notices.focus();
    });
  }
}

function changesBetween(before: RecordValues, after: RecordValues): RecordValues {
  return Object.fromEntries(Object.entries(after).filter(([name, value]) => value !== before[name]));
}

customElements.define('location-list', LocationList);
