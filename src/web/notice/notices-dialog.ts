import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { failureMessage } from '../core/failure-message.js';
import { FormDialog } from '../core/form-dialog.js';
import { icon } from '../core/icons.js';
import { Loader } from '../core/loader.js';
import type { MessageKey } from '../core/locale.js';
import { sheets } from '../core/sheets.js';
import type { Workplace } from '../space/workplace.js';
import type { Notice, Notices } from './notice.js';
import { noticeDays } from './notice-days.js';
import { noticeItem } from './notice-item.js';
import './notice-preferences.js';
import noticesDialogCss from './notices-dialog.css?inline';

const pageSize = 20;

/** What is shown: so many pages, without what came between them meanwhile. */
interface Shown extends Pick<Notices, 'items' | 'total'> {
  readonly pages: number;
}

/**
 * "Nouveautés": what the reader was told, the latest first, and how they want to be told. A notice is read once a séance
 * of it was opened or its button pressed; looking at the list reads none. Gives the séance that the reader goes on to.
 */
export class NoticesDialog extends FormDialog<string> {
  static override properties = { isChoosing: { state: true }, said: { state: true } };
  static override styles: CSSResultGroup = [FormDialog.styles, sheets(noticesDialogCss)];

  /** Whether the preferences are shown in place of the notices. */
  declare protected isChoosing: boolean;
  /** What was just done, for screen readers and others alike. */
  declare protected said: MessageKey | undefined;
  readonly #notices = new Loader<Shown>(this);
  #retry = (): void => void this.#load(1);

  constructor(private readonly at: Workplace) {
    super(at.locale);
    this.isChoosing = false;
    void this.#load(1);
  }

  protected override heading(): string {
    return this.locale.text(this.isChoosing ? 'notices.preferences' : 'notices.title');
  }

  protected override body(): TemplateResult {
    if (this.isChoosing) return html`<notice-preferences .at=${this.at}></notice-preferences>`;
    const { locale } = this;
    const { answer, failure, isLoading } = this.#notices;
    const problem = failure && !isLoading ? failureMessage(failure, locale, () => this.#retry()) : nothing;
    if (!answer)
      return problem === nothing
        ? html`<p class="muted" role="status">${locale.text('tool.loading')}</p>`
        : html`${problem}`;
    if (answer.items.length === 0) return html`<p class="notice">${locale.text('notices.none')}</p>`;
    return html`${noticeDays(answer.items, this.at.space.actor.timeZone).map(
      ({ day, isToday, notices }) =>
        html`<section aria-labelledby=${`day-${day}`}>
          <h3 id=${`day-${day}`}>
            ${isToday ? locale.text('list.today', { day: locale.weekday(day) }) : locale.weekday(day)}
          </h3>
          <ul role="list">
            ${notices.map((notice) => noticeItem(notice, this.at, this.#acts))}
          </ul>
        </section>`,
    )}
    ${problem} ${answer.items.length < answer.total && problem === nothing ? this.#moreButton() : nothing}`;
  }

  protected override buttons(): TemplateResult {
    const { locale } = this;
    if (this.isChoosing)
      return html`<button type="button" class="button" @click=${() => this.#choose(false)}>
          ${icon('back')}${locale.text('action.back')}
        </button>
        ${this.leaveButton('action.close')}`;
    return html`<span class="muted" role="status">${this.said ? locale.text(this.said) : nothing}</span>
      <button type="button" class="button" @click=${() => this.#choose(true)}>
        ${locale.text('notices.preferences')}
      </button>
      ${
        this.#notices.answer?.items.some(({ readAt }) => readAt === null)
          ? html`<button
              type="button"
              class="button"
              aria-disabled=${this.form.isBusy}
              @click=${this.#markAll}
            >
              ${locale.text('notices.markAll')}
            </button>`
          : nothing
      }
      ${this.leaveButton('action.close')}`;
  }

  /** There is nothing to lose while the server is asked. */
  protected override mayClose(): boolean {
    return true;
  }

  /** Nothing is typed in here. */
  protected override submit(): Promise<void> {
    return Promise.resolve();
  }

  readonly #acts = {
    open: (notice: Notice, seance: string): void => {
      this.#leave(notice);
      this.finish(seance);
    },
    leave: (notice: Notice): void => this.#leave(notice),
    mark: (notice: Notice): void => void this.#mark(notice),
  };

  /**
   * Marks what is read by going on to a séance. The page of a séance says itself that it has moved, and marks that then.
   * Whatever comes of the others, the reader goes on: what is not marked stays unread.
   */
  #leave({ id, kind, readAt }: Notice): void {
    if (readAt === null && kind !== 'change') void this.at.unread.read([id]).catch(() => undefined);
  }

  #moreButton(): TemplateResult {
    return html`<button
      type="button"
      class="button more"
      aria-disabled=${this.#notices.isLoading}
      @click=${this.#more}
    >
      ${this.locale.text('notices.more')}
    </button>`;
  }

  #choose(isChoosing: boolean): void {
    this.said = undefined;
    this.isChoosing = isChoosing;
    this.form.reset();
    void this.form.focus('header .button');
  }

  #load(pages: number, before?: Shown): Promise<boolean> {
    this.#retry = () => void this.#load(pages, before);
    return this.#notices.load(async (signal) => {
      const { items, total } = await this.at.client.notices.list(pages, pageSize, signal);
      const known = before?.items ?? [];
      // What was told meanwhile has moved the last of those to this page.
      const others = items.filter(({ id }) => !known.some((one) => one.id === id));
      return { items: [...known, ...others], total, pages };
    });
  }

  /** The focus goes to the first that was not there: the button may be gone. */
  readonly #more = async (): Promise<void> => {
    const { answer, isLoading } = this.#notices;
    if (!answer || isLoading || !(await this.#load(answer.pages + 1, answer))) return;
    await this.updateComplete;
    const first = this.renderRoot.querySelectorAll<HTMLElement>('.told')[answer.items.length];
    (first?.querySelector('a') ?? first)?.focus();
  };

  async #mark(notice: Notice): Promise<void> {
    if (await this.form.send(() => this.at.unread.read([notice.id])))
      await this.#wasRead(({ id }) => id === notice.id);
  }

  /** All that were told until the latest that is shown: what came since has not been seen. */
  readonly #markAll = async (): Promise<void> => {
    const latest = this.#notices.answer?.items[0];
    if (!latest || !(await this.form.send(() => this.at.unread.readUntil(latest.at)))) return;
    await this.#wasRead(() => true);
    await this.form.focus('header .button');
  };

  async #wasRead(which: (notice: Notice) => boolean): Promise<void> {
    const { answer } = this.#notices;
    if (!answer) return;
    const readAt = new Date().toISOString();
    const items = answer.items.map((one) => (one.readAt === null && which(one) ? { ...one, readAt } : one));
    this.#notices.put({ ...answer, items });
    this.said = 'notices.markedRead';
    await this.updateComplete;
  }
}

customElements.define('notices-dialog', NoticesDialog);
