import { html, nothing, type TemplateResult } from 'lit';
import type { RequestFailure } from './request-failure.js';
import type { Locale } from './locale.js';
import { someOf } from './some-of.js';

/** As many parts of a refusal as are read. */
const readable = 5;

/** Why a request failed, as a sentence: the server's own when it said something. Whose fault it is helps no reader. */
export function failureText(failure: RequestFailure, locale: Locale): string {
  const kind = failure.kind === 'defect' ? 'unavailable' : failure.kind;
  const reason = failure.detail || locale.text(`failure.${kind}`);
  if (!failure.retryAfter) return reason;
  return `${reason} ${locale.text('failure.retryAfter', { seconds: failure.retryAfter })}`;
}

/** The same with what the server says of each part of what was asked, such as one of several séances. */
export function wholeText(
  failure: RequestFailure,
  locale: Locale,
  messages: readonly string[] = failure.fields.map(({ message }) => message),
): string {
  const said = failureText(failure, locale);
  const unsaid = [...new Set(messages.filter((message) => !said.includes(message)))];
  return [said, ...someOf(unsaid, readable, locale)].join(' ');
}

/** The failure with a button to try again, unless the same request would be refused again. */
export function failureMessage(failure: RequestFailure, locale: Locale, retry: () => void): TemplateResult {
  return html`<div class="alert" role="alert">
    <p>${failureText(failure, locale)}</p>
    ${
      failure.kind === 'refused'
        ? nothing
        : html`<button type="button" class="button" @click=${retry}>${locale.text('action.retry')}</button>`
    }
  </div>`;
}
