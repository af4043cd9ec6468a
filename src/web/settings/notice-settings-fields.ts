import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { AdminLocale } from '../administration/load-admin-locale.js';
import { field, fieldNotes } from '../core/field.js';
import { iconButton } from '../core/icon-button.js';
import { offsetUnits, typedOffset, type OffsetUnit, type TypedOffset } from './reminder-offsets.js';

/** As many reminders as there may be. */
const most = 5;

interface FormPart<T> {
  readonly locale: AdminLocale;
  readonly errors: Readonly<Partial<Record<string, string>>>;
  readonly value: T;
  readonly change: (value: T) => void;
}

/** When people are reminded: up to five times, each a number and what it counts. */
export function reminderFields(part: FormPart<readonly TypedOffset[]>): TemplateResult {
  const { locale, errors, value: offsets, change } = part;
  const add = (): void => change([...offsets, typedOffset(60)]);
  return html`<fieldset>
    <legend class="label">${locale.text('noticeSettings.reminders')}</legend>
    <p class="muted">${locale.text('noticeSettings.remindersHint')}</p>
    ${offsets.map((offset, index) => reminder(offset, index, part))}
    ${
      offsets.length < most
        ? html`<button type="button" class="button" @click=${add}>
            ${locale.text('noticeSettings.addReminder')}
          </button>`
        : nothing
    }
    ${fieldNotes({ name: 'reminders', error: errors['reminders'] })}
  </fieldset>`;
}

function reminder(
  offset: TypedOffset,
  index: number,
  { locale, errors, value: offsets, change }: FormPart<readonly TypedOffset[]>,
): TemplateResult {
  const name = `reminder-${index}`;
  const put = (changes: Partial<TypedOffset>): void => change(offsets.with(index, { ...offset, ...changes }));
  const number = index + 1;
  return html`<div class="reminder">
    <input
      id=${name}
      class="field"
      type="number"
      inputmode="numeric"
      min="1"
      aria-label=${locale.text('noticeSettings.reminder', { number })}
      .value=${live(offset.count)}
      @input=${(event: Event) => put({ count: (event.target as HTMLInputElement).value })}
      aria-invalid=${errors[name] ? 'true' : 'false'}
      aria-describedby=${`${name}-notes`}
    />
    <select
      class="field"
      aria-label=${locale.text('noticeSettings.unit', { number })}
      @change=${(event: Event) => put({ unit: (event.target as HTMLSelectElement).value as OffsetUnit })}
    >
      ${offsetUnits.map(
        (unit) =>
          html`<option value=${unit} .selected=${unit === offset.unit}>
            ${locale.text(`noticeSettings.${unit}`)}
          </option>`,
      )}
    </select>
    ${iconButton('close', locale.text('noticeSettings.removeReminder', { number }), () =>
      change(offsets.filter((_, other) => other !== index)),
    )}
    ${fieldNotes({ name, error: errors[name] })}
  </div>`;
}

/** What stands in every mail, in one language: plain text. */
export function mailText(
  text: 'introduction' | 'signature',
  language: string,
  { locale, errors, value, change }: FormPart<string>,
): TemplateResult {
  const name = `${text}-${language}`;
  const label = `${locale.text(`noticeSettings.${text}`)} – ${languageName(language, locale)}`;
  return field(
    { name, label, error: errors[name] },
    html`<textarea
      id=${name}
      class="field"
      rows="3"
      lang=${language}
      .value=${live(value)}
      @input=${(event: Event) => change((event.target as HTMLTextAreaElement).value)}
      aria-invalid=${errors[name] ? 'true' : 'false'}
      aria-describedby=${`${name}-notes`}
    ></textarea>`,
  );
}

function languageName(language: string, locale: AdminLocale): string {
  return new Intl.DisplayNames([locale.language], { type: 'language' }).of(language) ?? language;
}
