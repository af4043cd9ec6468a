import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import { wholeText } from './failure-message.js';
import { sortProblems } from './field-problems.js';
import type { Locale } from './locale.js';
import { RequestFailure, type FieldProblem } from './request-failure.js';

/** What is wrong with fields, by their names. */
export type FieldErrors<Field extends string> = Readonly<Partial<Record<Field, string>>>;

/** A field with an error, whether it is an input or an element with inputs in it. */
export const wrong = '[aria-invalid="true"], [data-invalid]';

/** What a form asks of the element that it is in. */
export interface FormHost<Field extends string> extends ReactiveElement {
  readonly locale: Locale;
  /**
   * The field that shows what is wrong with a property of the body, or with what is `inner` in it; undefined when none
   * does.
   */
  fieldOf(property: string, inner?: string): Field | undefined;
  /** What that field says; the server's own words when absent. */
  messageOf?(problem: FieldProblem): string;
}

/** Sends what stands in a form, once at a time. Whatever goes wrong is said where it is wrong, and the focus is put there. */
export class FormController<Field extends string> {
  errors = {} as FieldErrors<Field>;
  /** What is wrong with the whole. */
  alert: string | undefined;
  /** Why the last request failed. */
  failure: RequestFailure | undefined;
  isBusy = false;
  readonly #host: FormHost<Field>;

  constructor(host: FormHost<Field>) {
    this.#host = host;
  }

  reset(): void {
    this.#say({} as FieldErrors<Field>, undefined);
  }

  /** Shows what was found before anything is sent; true when that is nothing. */
  check(found: FieldErrors<Field>): boolean {
    const isRight = Object.keys(found).length === 0;
    this.#say(found, undefined);
    if (!isRight) void this.focus(wrong);
    return isRight;
  }

  /** What was just typed in is not wrong any more, as far as anybody knows. */
  mend(...touched: readonly string[]): void {
    const others = Object.entries(this.errors).filter(([name]) => !touched.includes(name));
    this.#say(Object.fromEntries(others) as FieldErrors<Field>, this.alert);
  }

  /** Does what needs the server; true when it is done. */
  async send(work: () => Promise<unknown>): Promise<boolean> {
    if (this.isBusy) return false;
    this.isBusy = true;
    this.failure = undefined;
    this.#say(this.errors, undefined);
    try {
      await work();
      return true;
    } catch (error) {
      await this.refuse(RequestFailure.of(error));
      return false;
    } finally {
      this.isBusy = false;
      this.#host.requestUpdate();
    }
  }

  async refuse(failure: RequestFailure): Promise<void> {
    const { errors, others } = sortProblems(
      failure,
      (property, inner) => this.#host.fieldOf(property, inner),
      (problem) => this.#host.messageOf?.(problem) ?? problem.message,
    );
    const isNamed = Object.keys(errors).length > 0;
    const isAllNamed = isNamed && others.length === 0;
    this.failure = failure;
    this.#say(errors, isAllNamed ? undefined : wholeText(failure, this.#host.locale, others));
    if (isNamed) await this.focus(wrong);
  }

  async focus(selector: string): Promise<void> {
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  renderAlert(): TemplateResult | typeof nothing {
    return this.alert ? html`<p class="alert" role="alert">${this.alert}</p>` : nothing;
  }

  #say(errors: FieldErrors<Field>, alert: string | undefined): void {
    this.errors = errors;
    this.alert = alert;
    this.#host.requestUpdate();
  }
}
