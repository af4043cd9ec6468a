import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { RequestFailure } from '../core/request-failure.js';
import { sortProblems } from '../core/field-problems.js';
import { failureMessage, failureText } from '../core/failure-message.js';
import { LatestRequest } from '../core/latest-request.js';
import { adminPageStyles, settingsStyles } from '../administration/admin-styles.js';
import { controls } from '../core/styles/controls.js';
import { fields } from '../core/styles/fields.js';
import type { SettingsReview, SettingValue, SettingValues } from '../administration/admin-client.js';
import type { AdminDesk } from '../administration/admin-desk.js';
import { settingField, settingLabel, settingText } from './setting-field.js';

type Errors = Readonly<Partial<Record<string, string>>>;

/** The settings of the platform (`cursus-fig78`), as their JSON Schema has them. Sends what was changed, and no more. */
export class SettingsForm extends LitElement {
  static override properties = {
    desk: { attribute: false },
    typed: { state: true },
    errors: { state: true },
    alert: { state: true },
    isBusy: { state: true },
  };

  static override styles = [controls, fields, adminPageStyles, settingsStyles];

  declare desk: AdminDesk;
  /** What was changed in the form and is not saved. */
  declare typed: SettingValues;
  declare errors: Errors;
  declare alert: string | undefined;
  declare isBusy: boolean;
  readonly #settings = new LatestRequest<SettingsReview>(this);

  constructor() {
    super();
    this.typed = {};
    this.errors = {};
    this.isBusy = false;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('desk')) this.#load();
  }

  override render(): TemplateResult {
    const { locale } = this.desk;
    const { answer, failure } = this.#settings;
    if (failure) return failureMessage(failure, locale, () => this.#load());
    if (!answer) return html`<p class="muted" role="status">${locale.text('tool.loading')}</p>`;
    return html`<form novalidate autocomplete="off" @submit=${this.#onSubmit}>
        ${Object.keys(answer.schema.properties).map((name) => this.#field(name, answer))}
        ${this.alert ? html`<p class="alert" role="alert">${this.alert}</p>` : nothing}
        <div class="buttons">
          <button class="button primary" aria-disabled=${this.isBusy}>${locale.text('action.ok')}</button>
          <button type="button" class="button" @click=${this.#reset}>${locale.text('action.cancel')}</button>
          <span class="muted" role="status">${this.isBusy ? locale.text('form.saving') : nothing}</span>
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
      error: this.errors[name],
      lastChange: changes.find((change) => change.name === name),
      locale: this.desk.locale,
      change: (value) => this.#change(name, value),
    });
  }

  #history({ changes }: SettingsReview): TemplateResult {
    const { locale } = this.desk;
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
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
    void this.#settings.run((signal) => this.desk.client.settings(signal));
  }

  /** What is typed back to what is stored is no change any more. */
  #change(name: string, value: SettingValue): void {
    const { [name]: _before, ...others } = this.typed;
    this.typed = value === this.#settings.answer?.values[name] ? others : { ...others, [name]: value };
    this.errors = { ...this.errors, [name]: undefined };
  }

  readonly #reset = (): void => {
    this.typed = {};
    this.errors = {};
    this.alert = undefined;
    this.desk.notices.clear();
  };

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!this.isBusy && this.#check()) void this.#save();
  };

  /** A number that is none; what the server knows better is its to say. */
  #check(): boolean {
    const { locale } = this.desk;
    const wrong = Object.keys(this.typed).filter(
      (name) =>
        typeof this.typed[name] === 'string' &&
        this.#settings.answer?.schema.properties[name]?.type === 'integer',
    );
    this.errors = Object.fromEntries(wrong.map((name) => [name, locale.text('check.number')]));
    if (wrong.length > 0) void this.#focusWrong();
    return wrong.length === 0;
  }

  async #save(): Promise<void> {
    const { client, locale, notices } = this.desk;
    this.isBusy = true;
    this.alert = undefined;
    try {
      if (Object.keys(this.typed).length > 0) {
        this.#settings.answer = await client.changeSettings(this.typed);
        this.typed = {};
      }
      notices.show({ text: locale.text('settings.saved') });
    } catch (error) {
      await this.#refused(RequestFailure.of(error));
    } finally {
      this.isBusy = false;
    }
  }

  async #refused(failure: RequestFailure): Promise<void> {
    const names = Object.keys(this.#settings.answer?.schema.properties ?? {});
    const { errors, others } = sortProblems(failure, (property) => names.find((name) => name === property));
    const isNamed = Object.keys(errors).length > 0;
    this.errors = errors;
    this.alert =
      isNamed && others.length === 0
        ? undefined
        : [failureText(failure, this.desk.locale), ...others].join(' ');
    if (isNamed) await this.#focusWrong();
  }

  async #focusWrong(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }
}

customElements.define('settings-form', SettingsForm);
