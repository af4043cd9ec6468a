import type { ReactiveControllerHost, TemplateResult } from 'lit';
import { lengthError, lengthHint } from '../core/field-checks.js';
import { inputField } from '../core/field.js';
import type { ConstraintsOf } from '../core/input-constraints.js';
import { Loader } from '../core/loader.js';
import type { Workplace } from '../space/workplace.js';
import type { CancellationInput } from './cancellation.js';

/** Why séances are cancelled, as it is being typed. */
export class ReasonField {
  #text = '';
  readonly #host: ReactiveControllerHost;
  readonly #at: Workplace;
  /** Without them the server's answers say what is wrong. */
  readonly #constraints: Loader<ConstraintsOf<CancellationInput>>;

  constructor(host: ReactiveControllerHost, at: Workplace) {
    this.#host = host;
    this.#at = at;
    this.#constraints = new Loader(host);
  }

  load(): void {
    void this.#constraints.load((signal) => this.#at.client.inputConstraints('Cancellation', signal));
  }

  get text(): string {
    return this.#text.trim();
  }

  /** What is wrong with it before anything is sent. */
  get errors(): { readonly reason?: string } {
    const reason = lengthError(this.#text, this.#constraints.answer?.reason, this.#at.locale);
    return reason === undefined ? {} : { reason };
  }

  render(refused: string | undefined, isFirst: boolean, mend: () => void): TemplateResult {
    const { locale } = this.#at;
    const row = {
      name: 'reason',
      label: locale.text('cancellation.reason'),
      error: this.errors.reason ?? refused,
      hints: [
        lengthHint(this.#text, this.#constraints.answer?.reason, locale),
        locale.text('cancellation.reasonHint'),
      ],
    };
    return inputField(row, {
      value: this.#text,
      isFirst,
      change: (typed) => {
        this.#text = typed;
        this.#host.requestUpdate();
        mend();
      },
    });
  }
}
