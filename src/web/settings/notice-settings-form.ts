import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { NoticeSettingChanges, NoticeSettings } from '../wire.gen.js';
import type { AdminDesk } from '../administration/admin-desk.js';
import type { AdminLocale } from '../administration/load-admin-locale.js';
import { failureMessage } from '../core/failure-message.js';
import { selectField, switchField } from '../core/field.js';
import { FormController, type FormHost } from '../core/form-controller.js';
import { LeaveGuard } from '../core/leave-guard.js';
import { languages } from '../core/load-locale.js';
import { Loader } from '../core/loader.js';
import { sheets } from '../core/sheets.js';
import { mailText, reminderFields } from './notice-settings-fields.js';
import { minutesOf, typedOffset, type TypedOffset } from './reminder-offsets.js';
import controlsCss from '../core/styles/controls.css?inline';
import fieldsCss from '../core/styles/fields.css?inline';
import adminPageCss from '../administration/admin-page.css?inline';
import settingsFormCss from './settings-form.css?inline';
import noticeSettingsFormCss from './notice-settings-form.css?inline';

type Kind = keyof NoticeSettings['defaults'];
type Choice = NoticeSettings['defaults'][Kind];

/** What is in the form: reminders as they are typed. */
interface Draft extends Omit<NoticeSettings, 'reminders'> {
  readonly reminders: readonly TypedOffset[];
}

const choices: readonly Choice[] = ['now', 'daily', 'never'];

/** What people are told, and how, as the administrators of the platform decide it. Sends what was changed, and no more. */
export class NoticeSettingsForm extends LitElement implements FormHost<string> {
  static override properties = { desk: { attribute: false }, typed: { state: true } };
  static override styles = sheets(
    ...[controlsCss, fieldsCss, adminPageCss, settingsFormCss, noticeSettingsFormCss],
  );

  declare desk: AdminDesk;
  /** What was changed in the form and is not saved. */
  declare typed: Partial<Draft>;
  readonly #settings = new Loader<NoticeSettings>(this);
  readonly #form = new FormController<string>(this);

  constructor() {
    super();
    this.typed = {};
    new LeaveGuard(this, () => Object.keys(this.typed).length > 0);
  }

  get locale(): AdminLocale {
    return this.desk.locale;
  }

  fieldOf(property: string, inner?: string): string | undefined {
    if (property === 'reminders') return inner === undefined ? property : `reminder-${inner}`;
    if (property === 'introduction' || property === 'signature' || property === 'defaults')
      return inner && `${property}-${inner}`;
    return property === 'mail' ? property : undefined;
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
    const draft = { ...answer, reminders: answer.reminders.map(typedOffset), ...this.typed };
    return html`<form novalidate autocomplete="off" @submit=${this.#onSubmit}>
      ${switchField(
        {
          ...{ name: 'mail', label: locale.text('noticeSettings.mail'), error: this.#form.errors['mail'] },
          hints: [locale.text('noticeSettings.mailHint')],
        },
        { value: draft.mail, change: (mail) => this.#change({ mail }) },
      )}
      <fieldset>
        <legend class="label">${locale.text('noticeSettings.defaults')}</legend>
        <p class="muted">${locale.text('noticeSettings.defaultsHint')}</p>
        ${(Object.keys(draft.defaults) as Kind[]).map((kind) => this.#kind(kind, draft))}
      </fieldset>
      ${reminderFields({
        ...{ locale, errors: this.#form.errors, value: draft.reminders },
        change: (reminders) => this.#change({ reminders }),
      })}
      <fieldset>
        <legend class="label">${locale.text('noticeSettings.texts')}</legend>
        <p class="muted">${locale.text('noticeSettings.textsHint')}</p>
        ${languages.map((language) => [this.#text('introduction', language, draft), this.#text('signature', language, draft)])}
      </fieldset>
      ${this.#form.renderAlert()}
      <div class="buttons">
        <button class="button primary" aria-disabled=${isBusy}>${locale.text('action.ok')}</button>
        <button type="button" class="button" @click=${this.#reset}>${locale.text('action.cancel')}</button>
        <span class="muted" role="status">${isBusy ? locale.text('form.saving') : nothing}</span>
      </div>
    </form>`;
  }

  #kind(kind: Kind, { defaults, locked }: Draft): TemplateResult {
    const { locale } = this;
    const name = `defaults-${kind}`;
    const label = locale.text(`notices.kind.${kind}`);
    const lock = (event: Event): void => {
      const isLocked = (event.target as HTMLInputElement).checked;
      this.#change({ locked: isLocked ? [...locked, kind] : locked.filter((other) => other !== kind) });
    };
    return html`<div class="kind">
      ${selectField(
        { name, label, error: this.#form.errors[name] },
        {
          value: defaults[kind],
          choices: choices.map((id) => ({ id, name: locale.text(`notices.choice.${id}`) })),
          change: (id) => this.#change({ defaults: { ...defaults, [kind]: id as Choice } }),
        },
      )}
      <label>
        <input
          type="checkbox"
          .checked=${locked.includes(kind)}
          aria-label=${locale.text('noticeSettings.lockOf', { kind: label })}
          @change=${lock}
        />
        ${locale.text('noticeSettings.lock')}
      </label>
    </div>`;
  }

  #text(text: 'introduction' | 'signature', language: string, draft: Draft): TemplateResult {
    return mailText(text, language, {
      ...{ locale: this.locale, errors: this.#form.errors, value: draft[text][language] ?? '' },
      change: (value) => this.#change({ [text]: { ...draft[text], [language]: value } }),
    });
  }

  #load(): void {
    void this.#settings.load((signal) => this.desk.client.noticeSettings(signal));
  }

  #change(changes: Partial<Draft>): void {
    this.typed = { ...this.typed, ...changes };
    this.#form.mend(...Object.keys(this.#form.errors));
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

  /** Numbers that are none; what the server knows better is its to say. */
  #wrong(): Readonly<Record<string, string>> {
    const wrong = (this.typed.reminders ?? []).flatMap((offset, index) =>
      minutesOf(offset) === undefined
        ? [[`reminder-${index}`, this.locale.text('check.number')] as const]
        : [],
    );
    return Object.fromEntries(wrong);
  }

  async #save(): Promise<void> {
    const { client, notices } = this.desk;
    const { reminders, ...others } = this.typed;
    const changes: NoticeSettingChanges = {
      ...others,
      ...(reminders && { reminders: reminders.map((offset) => minutesOf(offset) ?? 0) }),
    };
    await this.#form.send(async () => {
      if (Object.keys(changes).length > 0) this.#settings.put(await client.changeNoticeSettings(changes));
      this.typed = {};
      notices.show({ text: this.locale.text('settings.saved') });
    });
  }
}

customElements.define('notice-settings-form', NoticeSettingsForm);
