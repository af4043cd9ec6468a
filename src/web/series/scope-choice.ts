import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { scopes, type Scope } from './series.js';
import type { Locale } from '../core/locale.js';

interface ScopeChoice {
  readonly locale: Locale;
  readonly question: string;
  readonly scope: Scope;
  /** What there is to say about a scope, such as how many séances it has. */
  readonly noteOf: (scope: Scope) => string | undefined;
  readonly isDisabled: (scope: Scope) => boolean;
  /** Whether the focus begins here. */
  readonly isFirst: boolean;
  readonly choose: (scope: Scope) => void;
}

/** Asks which séances of a series are meant. */
export function scopeChoice({
  locale,
  question,
  scope,
  noteOf,
  isDisabled,
  isFirst,
  choose,
}: ScopeChoice): TemplateResult {
  const option = (one: Scope): TemplateResult => {
    const note = noteOf(one);
    return html`<label>
      <input
        type="radio"
        name="scope"
        value=${one}
        ?autofocus=${isFirst && one === scope}
        ?disabled=${isDisabled(one)}
        .checked=${live(one === scope)}
        @change=${() => choose(one)}
      />
      <span>${locale.text(`scope.${one}`)}</span>
      ${note ? html`<span class="muted">${note}</span>` : nothing}
    </label>`;
  };
  return html`<fieldset class="scopes">
    <legend>${question}</legend>
    ${scopes.map(option)}
  </fieldset>`;
}
