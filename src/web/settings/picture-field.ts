import { html, nothing, type TemplateResult } from 'lit';
import { field, type FieldRow } from '../core/field.js';
import type { AdminLocale } from '../administration/load-admin-locale.js';
import { fittedPicture } from './fitted-picture.js';

/** A picture of a form: how it is shown, and whom it tells that another was chosen. */
interface Picture {
  /** A `data:` address; empty for none. */
  readonly value: string;
  /** How long that may be, in characters. */
  readonly longest: number;
  readonly locale: AdminLocale;
  readonly change: (value: string) => void;
  /** Says that what was chosen is none. */
  readonly refuse: (message: string) => void;
}

/** A picture that is chosen among the reader's files, and made as small as it has to be. */
export function pictureField(row: FieldRow, picture: Picture): TemplateResult {
  const { value, locale, change } = picture;
  const { name, label, error } = row;
  return field(
    row,
    html`<div class="picture">
      ${value ? html`<img src=${value} alt=${label} />` : nothing}
      <input
        id=${name}
        name=${name}
        class="field"
        type="file"
        accept="image/png,image/jpeg,image/webp"
        aria-invalid=${error === undefined ? 'false' : 'true'}
        aria-describedby=${`${name}-notes`}
        @change=${(event: Event) => void take(event.target as HTMLInputElement, picture)}
      />
      ${
        value
          ? html`<button type="button" class="button" @click=${() => change('')}>
              ${locale.text('settings.noPicture')}
            </button>`
          : nothing
      }
    </div>`,
  );
}

/** The input is empty again: the same file can be chosen once more. */
async function take(input: HTMLInputElement, { longest, locale, change, refuse }: Picture): Promise<void> {
  const file = input.files?.[0];
  if (!file) return;
  const address = await fittedPicture(file, longest).catch(() => undefined);
  input.value = '';
  if (address === undefined) refuse(locale.text('settings.badPicture'));
  else change(address);
}
