import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { Attempt } from '../core/attempt.js';
import type { Page } from '../core/page.js';
import { browserZone } from '../time/browser-zone.js';
import { today } from '../time/days.js';
import { icon } from '../core/icons.js';
import type { ClosedDay, ClosedDayInput, SomeSeances } from '../administration/admin-client.js';
import { AdminList } from '../administration/admin-list.js';
import type { AdminKey } from '../administration/load-admin-locale.js';
import type { RecordField, RecordValues } from '../administration/record-form.js';
import { iconButton } from '../core/icon-button.js';
import { showMessage, showRecordForm } from '../administration/show-dialogs.js';
import { showCalendarImport } from './show-calendar-import.js';

const fields: readonly (RecordField & { readonly name: keyof ClosedDayInput })[] = [
  { name: 'name', label: 'closedDay.name', isRequired: true },
  { name: 'startsOn', label: 'closedDay.startsOn', type: 'date', isRequired: true },
  { name: 'endsOn', label: 'closedDay.endsOn', type: 'date', hint: 'closedDay.endHint' },
];

/** The days on which the platform is closed. Fires `change` when {@link ClosedDayList.past} was switched. */
export class ClosedDayList extends AdminList<ClosedDay> {
  /** Whether days that are over are asked for, too. */
  past = false;

  protected override readonly columns: readonly AdminKey[] = [
    'closedDay.name',
    'closedDay.startsOn',
    'closedDay.endsOn',
  ];

  protected override readonly caption = 'admin.closed-days';

  protected override fetch(signal: AbortSignal): Promise<Page<ClosedDay>> {
    const from = this.search.past ? undefined : today(browserZone());
    return this.desk.client.closedDays(this.search, from, signal);
  }

  protected override tools(): TemplateResult {
    const { locale } = this.desk;
    return html`<button type="button" class="button primary" @click=${() => void this.#add()}>
        ${icon('plus')} ${locale.text('closedDay.add')}
      </button>
      <button type="button" class="button" @click=${() => void this.#import()}>
        ${locale.text('import.button')}
      </button>
      <label class="check">
        <input type="checkbox" .checked=${live(this.search.past)} @change=${this.#onPast} />
        ${locale.text('closedDay.showPast')}
      </label>`;
  }

  protected override emptyText(): string {
    return this.desk.locale.text(this.search.past ? 'closedDay.none' : 'closedDay.noneToCome');
  }

  protected override row(day: ClosedDay): TemplateResult {
    const { locale } = this.desk;
    const { name } = day;
    return html`<tr role="row">
      <td role="cell" class="name">${name}</td>
      <td role="cell">
        <span class="label">${locale.text('closedDay.startsOn')}</span> ${locale.day(day.startsOn)}
      </td>
      <td role="cell">
        <span class="label">${locale.text('closedDay.endsOn')}</span> ${locale.day(day.endsOn)}
      </td>
      <td role="cell" class="buttons">
        ${iconButton('list', locale.text('closedDay.seancesOf', { name }), () => void this.#showSeances(day))}
        ${iconButton('pencil', locale.text('admin.editOf', { name }), () => void this.#edit(day), 'primary')}
        ${iconButton('bin', locale.text('admin.deleteOf', { name }), () => void this.#delete(day), 'danger')}
      </td>
    </tr>`;
  }

  readonly #onPast = (event: Event): void => {
    this.past = (event.target as HTMLInputElement).checked;
    this.dispatchEvent(new Event('change'));
  };

  async #add(): Promise<void> {
    const { client, locale } = this.desk;
    const attempt = new Attempt();
    const added = await showRecordForm(this.renderRoot, this.desk, {
      heading: 'closedDay.addTitle',
      fields,
      values: { name: '', startsOn: '', endsOn: '' },
      check: contradictionsOf,
      save: (values) => client.addClosedDay(inputOf(values), attempt),
    });
    if (!added) return;
    this.done(locale.text('closedDay.added', { name: added.name }));
    await this.#propose(added.seances);
  }

  async #edit(day: ClosedDay): Promise<void> {
    const { client, locale } = this.desk;
    const { name, startsOn, endsOn } = day;
    const edited = await showRecordForm(this.renderRoot, this.desk, {
      heading: 'closedDay.editTitle',
      fields,
      values: { name, startsOn, endsOn },
      check: contradictionsOf,
      save: (values) => client.editClosedDay(day.id, inputOf(values)),
    });
    if (!edited) return;
    this.done(locale.text('closedDay.edited', { name: edited.name }));
    if (edited.startsOn !== startsOn || edited.endsOn !== endsOn) await this.#propose(edited.seances);
  }

  async #delete({ id, name }: ClosedDay): Promise<void> {
    const { client, locale, notices } = this.desk;
    const isDeleted = await showMessage(this.renderRoot, this.desk, {
      heading: locale.text('closedDay.deleteTitle'),
      lines: [locale.text('closedDay.deleteQuestion', { name })],
      seances: { total: 0, items: [] },
      remove: () => client.deleteClosedDay(id),
    });
    if (!isDeleted) return;
    this.done(locale.text('closedDay.deleted', { name }));
    await notices.focus();
  }

  async #showSeances({ id }: ClosedDay): Promise<void> {
    await this.attempt(async () => this.#say(await this.desk.client.seancesOn(id)));
  }

  async #import(): Promise<void> {
    const result = await showCalendarImport(this.renderRoot, this.desk);
    if (!result) return;
    const { added, known } = result;
    this.done(this.desk.locale.text('import.done', { added, known }));
    await this.#propose(result.seances);
  }

  /** What falls on days that were just closed is for somebody to look at: nothing is done about it. */
  async #propose(seances: SomeSeances): Promise<void> {
    if (seances.total > 0) await this.#say(seances);
  }

  async #say(seances: SomeSeances): Promise<void> {
    const { locale } = this.desk;
    await showMessage(this.renderRoot, this.desk, {
      heading: locale.text('seances.title'),
      lines: [locale.text('seances.falling', { count: seances.total })],
      seances,
    });
  }
}

function contradictionsOf({ startsOn = '', endsOn = '' }: RecordValues): Readonly<Record<string, AdminKey>> {
  return endsOn !== '' && endsOn < startsOn ? { endsOn: 'closedDay.endBeforeStart' } : {};
}

/** Without a last day it is one day. */
function inputOf({ name = '', startsOn = '', endsOn = '' }: RecordValues): ClosedDayInput {
  return { name, startsOn, endsOn: endsOn === '' ? startsOn : endsOn };
}

customElements.define('closed-day-list', ClosedDayList);
