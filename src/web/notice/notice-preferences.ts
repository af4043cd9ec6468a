import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { failureMessage } from '../core/failure-message.js';
import { selectField } from '../core/field.js';
import { FormController, type FormHost } from '../core/form-controller.js';
import { Loader } from '../core/loader.js';
import type { Locale } from '../core/locale.js';
import { sheets } from '../core/sheets.js';
import controlsCss from '../core/styles/controls.css?inline';
import fieldsCss from '../core/styles/fields.css?inline';
import type { Workplace } from '../space/workplace.js';
import { noticeChoices, noticeKinds, type NoticeKind, type NoticePreferences } from './notice.js';
import noticePreferencesCss from './notice-preferences.css?inline';

/** When the reader is told of each kind: kept as soon as it is chosen. */
export class NoticePreferencesForm extends LitElement implements FormHost<NoticeKind> {
  static override properties = { at: { attribute: false }, saved: { state: true } };
  static override styles = sheets(controlsCss, fieldsCss, noticePreferencesCss);

  declare at: Workplace;
  /** The kind that was chosen last, and kept. */
  declare saved: NoticeKind | undefined;
  readonly #preferences = new Loader<NoticePreferences>(this);
  readonly #form = new FormController<NoticeKind>(this);

  get locale(): Locale {
    return this.at.locale;
  }

  fieldOf(_property: string, inner?: string): NoticeKind | undefined {
    return noticeKinds.find((kind) => kind === inner);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('at')) this.#load();
  }

  override render(): TemplateResult {
    const { locale } = this;
    const { answer, failure } = this.#preferences;
    if (failure) return failureMessage(failure, locale, this.#load);
    if (!answer) return html`<p class="muted" role="status">${locale.text('tool.loading')}</p>`;
    return html`<p class="muted">${locale.text('notices.preferencesHint')}</p>
      ${noticeKinds.map((kind) => this.#field(kind, answer))} ${this.#form.renderAlert()}
      <p class="muted" role="status">
        ${
          this.saved
            ? locale.text('notices.chosen', {
                kind: locale.text(`notices.kind.${this.saved}`),
                choice: locale.text(`notices.choice.${answer.kinds[this.saved]}`),
              })
            : nothing
        }
      </p>`;
  }

  #field(kind: NoticeKind, { kinds, locked }: NoticePreferences): TemplateResult {
    const { locale } = this;
    const isLocked = locked.includes(kind);
    const hint = locale.text(`notices.hint.${kind}`);
    return selectField(
      {
        ...{ name: kind, label: locale.text(`notices.kind.${kind}`), error: this.#form.errors[kind] },
        hints: isLocked ? [hint, locale.text('notices.locked')] : [hint],
      },
      {
        value: kinds[kind],
        choices: noticeChoices.map((id) => ({ id, name: locale.text(`notices.choice.${id}`) })),
        isDisabled: isLocked,
        change: (id) => void this.#choose(kind, id),
      },
    );
  }

  readonly #load = (): void =>
    void this.#preferences.load((signal) => this.at.client.notices.preferences(signal));

  /** What is not kept is shown as it was before. */
  async #choose(kind: NoticeKind, id: string): Promise<void> {
    const choice = noticeChoices.find((one) => one === id);
    const before = this.#preferences.answer;
    if (!choice || !before) return;
    this.saved = undefined;
    this.#form.mend(kind);
    this.#preferences.put({ ...before, kinds: { ...before.kinds, [kind]: choice } });
    const isKept = await this.#form.send(async () =>
      this.#preferences.put(await this.at.client.notices.choose(kind, choice)),
    );
    if (isKept) this.saved = kind;
    else this.#preferences.put(before);
  }
}

customElements.define('notice-preferences', NoticePreferencesForm);
