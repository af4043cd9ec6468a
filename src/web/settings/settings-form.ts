import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { failureMessage } from '../core/failure-message.js';
import { FormController, type FormHost } from '../core/form-controller.js';
import { LeaveGuard } from '../core/leave-guard.js';
import { Loader } from '../core/loader.js';
import { browserZone } from '../time/browser-zone.js';
import type { AdminLocale } from '../administration/load-admin-locale.js';
import type { SettingsReview, SettingValue, SettingValues } from '../administration/admin-client.js';
import type { AdminDesk } from '../administration/admin-desk.js';
import { settingField, settingLabel, settingText } from './setting-field.js';
import controlsCss from '../core/styles/controls.css?inline';
import fieldsCss from '../core/styles/fields.css?inline';
import adminPageCss from '../administration/admin-page.css?inline';
import settingsFormCss from './settings-form.css?inline';
import { sheets } from '../core/sheets.js';

/** The settings of the platform, as their JSON Schema has them. Sends what was changed, and no more. */
export class SettingsForm extends LitElement implements FormHost<string> {
  static override properties = { desk: { attribute: false }, typed: { state: true } };
  static override styles = sheets(controlsCss, fieldsCss, adminPageCss, settingsFormCss);

  declare desk: AdminDesk;
  /** What was changed in the form and is not saved. */
  declare typed: SettingValues;
  readonly #settings = new Loader<SettingsReview>(this);
  readonly #form = new FormController<string>(this);

  constructor() {
    super();
    this.typed = {};
    new LeaveGuard(this, () => Object.keys(this.typed).length > 0);
  }

  get locale(): AdminLocale {
    return this.desk.locale;
  }

  fieldOf(property: string): string | undefined {
    return Object.keys(this.#settings.answer?.schema.properties ?? {}).find((name) => name === property);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('desk')) this.#load();
  }

  override render(): TemplateResult {
    const { locale } = this;
    const { isBusy } = this.#form;
    const { answer, failure } = this.#settings;
    if (failure) return failureMessage(failure, locale, () => this.#load());
    if (!answer) return html`<p class="muted" role="status">${locale.text('tool.loading')}</p>`;
    return html`<form novalidate autocomplete="off" @submit=${this.#onSubmit}>
        ${Object.keys(answer.schema.properties).map((name) => this.#field(name, answer))}
        ${this.#form.renderAlert()}
        <div class="buttons">
          <button class="button primary" aria-disabled=${isBusy}>${locale.text('action.ok')}</button>
          <button type="button" class="button" @click=${this.#reset}>${locale.text('action.cancel')}</button>
          <span class="muted" role="status">${isBusy ? locale.text('form.saving') : nothing}</span>
        </div>
      </form>
      ${answer.changes.length > 0 ? this.#history(answer) : nothing}`;
  }

  #field(name: string, { schema, values, changes }: SettingsReview): TemplateResult | typeof nothing {
    const property = schema.properties[name];
    if (!property) return nothing;
    return settingField({
      name,
      schema: property,
      value: this.typed[name] ?? values[name] ?? '',
      error: this.#form.errors[name],
      lastChange: changes.find((change) => change.name === name),
      locale: this.locale,
      change: (value) => this.#change(name, value),
      refuse: (message) => this.#form.check({ [name]: message }),
    });
  }

  #history({ changes }: SettingsReview): TemplateResult {
    const { locale } = this;
    const zone = browserZone();
    return html`<details>
      <summary>${locale.text('settings.history')}</summary>
      <ul>
        ${changes.map(
          ({ name, before, after, actor, at }) =>
            html`<li>
              ${locale.text('settings.change', {
                when: locale.shortDate(at, zone),
                who: actor.name || locale.text('settings.somebody'),
                setting: settingLabel(name, locale),
                before: settingText(name, before, locale),
                after: settingText(name, after, locale),
              })}
            </li>`,
        )}
      </ul>
    </details>`;
  }

  #load(): void {
    void this.#settings.load((signal) => this.desk.client.settings(signal));
  }

  /** What is typed back to what is stored is no change any more. */
  #change(name: string, value: SettingValue): void {
    const { [name]: _before, ...others } = this.typed;
    this.typed = value === this.#settings.answer?.values[name] ? others : { ...others, [name]: value };
    this.#form.mend(name);
  }

  readonly #reset = (): void => {
    this.typed = {};
    this.#form.reset();
    this.desk.notices.clear();
  };

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!this.#form.isBusy && this.#form.check(this.#wrong())) void this.#save();
  };

  /** A number that is none; what the server knows better is its to say. */
  #wrong(): Readonly<Record<string, string>> {
    const wrong = Object.keys(this.typed).filter(
      (name) =>
        typeof this.typed[name] === 'string' &&
        this.#settings.answer?.schema.properties[name]?.type === 'integer',
    );
    return Object.fromEntries(wrong.map((name) => [name, this.locale.text('check.number')]));
  }

  async #save(): Promise<void> {
    const { client, notices } = this.desk;
    await this.#form.send(async () => {
      if (Object.keys(this.typed).length > 0) {
        this.#settings.put(await client.changeSettings(this.typed));
        this.typed = {};
      }
      notices.show({ text: this.locale.text('settings.saved') });
    });
  }
}

customElements.define('settings-form', SettingsForm);
