import { html, nothing, type TemplateResult } from 'lit';
import { inputField } from '../core/field.js';
import { loadPart } from '../core/load-part.js';
import type { Reader } from './check-in-client.js';
import type { CheckInSeance, Ticket } from './check-in.js';
import type { AttendanceLocale } from './load-attendance-locale.js';
import type { SignatureField } from './signature-field.js';

/** A ticket with who is to confirm it. */
export interface Confirmation extends Ticket {
  readonly reader: Reader;
}

/** How a signature is drawn, where one is asked for: the page around tells what became of it. */
export interface Signing {
  readonly signature: string;
  /** That nothing was drawn when it had to be. */
  readonly error: string | undefined;
  readonly change: (signature: string) => void;
}

/** Of which séance, who, and what they sign. */
export function confirmationParts(
  { seance, reader, signs }: Confirmation,
  locale: AttendanceLocale,
  { signature, error, change }: Signing,
): TemplateResult {
  return html`${seanceLines(seance, locale)}
    <p>${locale.text('checkIn.as', { name: reader.name })}</p>
    ${
      signs
        ? html`<p class="muted">${locale.text('checkIn.attest')}</p>
            <signature-field
              .locale=${locale}
              .value=${signature}
              data-invalid=${error === undefined ? nothing : ''}
              @change=${(event: Event) => change((event.target as SignatureField).value)}
            ></signature-field>
            ${error === undefined ? nothing : html`<p class="error" role="alert">${error}</p>`}`
        : nothing
    }`;
}

/** Nobody loads what draws who signs nothing; whoever does not get it signs in words. */
export function loadSigning({ signs }: Ticket): void {
  if (signs) loadPart(() => import('./signature-field.js')).catch(() => undefined);
}

export function seanceLines({ name, start, end }: CheckInSeance, locale: AttendanceLocale): TemplateResult {
  return html`<p class="seance"><strong>${name}</strong><span>${locale.wallPeriod(start, end)}</span></p>`;
}

/** Where the code is typed in. */
export function codeField(
  locale: AttendanceLocale,
  { value, error, change }: { value: string; error: string | undefined; change: (code: string) => void },
): TemplateResult {
  return inputField(
    {
      ...{ name: 'code', label: locale.text('checkIn.code'), isRequired: true, error },
      hints: [locale.text('checkIn.codeHint')],
    },
    { value, isFirst: true, change },
  );
}
