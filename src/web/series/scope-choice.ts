import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { failureMessage } from '../core/failure-message.js';
import type { Loader } from '../core/loader.js';
import type { Seance } from '../seance/seance.js';
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

interface CountedScopes extends Omit<ScopeChoice, 'noteOf' | 'isDisabled'> {
  readonly series: Loader<readonly Seance[]>;
  readonly load: () => void;
  /** How many séances a scope has; undefined as long as the series is not known. */
  readonly countOf: (scope: Scope) => number | undefined;
  /** Whether a scope can be chosen before it is known which séances those are: not where they are named one by one. */
  readonly isOpen?: boolean;
}

/** Asks which séances of a series are meant, and says how many that are once the series has come. */
export function countedScopes({
  series,
  load,
  countOf,
  isOpen = false,
  ...choice
}: CountedScopes): TemplateResult {
  const { locale } = choice;
  const { failure, isLoading } = series;
  return html`${scopeChoice({
    ...choice,
    noteOf: (one) => {
      const count = countOf(one);
      return count === undefined || one === 'this' ? undefined : locale.text('scope.size', { count });
    },
    isDisabled: (one) => !isOpen && countOf(one) === undefined,
  })}
  ${isLoading ? html`<p class="muted" role="status">${locale.text('scope.loading')}</p>` : nothing}
  ${failure ? failureMessage(failure, locale, load) : nothing}`;
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
