import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { Attempt } from '../core/attempt.js';
import type { Comment } from './comment.js';
import { RequestFailure } from '../core/request-failure.js';
import type { Seance } from '../seance/seance.js';
import type { SeancesClient } from '../space/seances-client.js';
import { commentItem } from './comment-item.js';
import { CommentThread } from './comment-thread.js';
import { failureMessage, failureText } from '../core/failure-message.js';
import { icon } from '../core/icons.js';
import { NoticeController } from '../core/notice-controller.js';
import { seanceTime } from '../seance/seance-time.js';
import { commentStyles } from '../core/styles/comments.js';
import { commentsDialogStyles } from './comments-dialog-styles.js';
import { notices } from '../core/styles/notices.js';
import './comment-editor.js';
import type { CommentEditor } from './comment-editor.js';
import { leaveQuestion } from '../core/leave-question.js';
import { ModalDialog } from '../core/modal-dialog.js';

export { showModal } from '../core/modal-dialog.js';

/** What is being written: a new information, or another text for `comment`. */
interface Draft {
  readonly comment: Comment | undefined;
  readonly attempt: Attempt;
}

/** The informations of a séance (`cursus-seance-fig7`, `fig8`): to read, and for staff to write. */
export class CommentsDialog extends ModalDialog<never> {
  static override properties = {
    ...ModalDialog.properties,
    client: { attribute: false },
    seance: { attribute: false },
    timeZone: { attribute: false },
    isEditable: { attribute: false },
    draft: { state: true },
    error: { state: true },
    isBusy: { state: true },
    asksToLeave: { state: true },
  };

  static override styles: CSSResultGroup = [ModalDialog.styles, commentStyles, notices, commentsDialogStyles];

  declare client: SeancesClient;
  declare seance: Seance;
  /** The reader's own zone. */
  declare timeZone: string;
  declare isEditable: boolean;
  declare draft: Draft | undefined;
  /** What is wrong with the draft. */
  declare error: string | undefined;
  declare isBusy: boolean;
  declare asksToLeave: boolean;
  /** True once something was written: what shows the séance elsewhere is out of date. */
  hasChanged = false;
  readonly #thread = new CommentThread(this);
  readonly #notices = new NoticeController(this);

  constructor() {
    super();
    this.isBusy = false;
    this.asksToLeave = false;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('client')) this.#load();
  }

  protected override heading(): string {
    return this.locale.text(this.isEditable ? 'action.comments' : 'comments.title');
  }

  protected override body(): TemplateResult {
    return html`${this.#notices.render(this.locale)} ${this.#about()}
      ${this.isEditable ? html`<div class="writing">${this.#writing()}</div>` : nothing}
      <div class="list">${this.#list()}</div>`;
  }

  protected override buttons(): TemplateResult {
    const { locale } = this;
    if (this.asksToLeave) return leaveQuestion(locale, this.#stay, () => this.finish(undefined));
    return html`<button type="button" class="button" @click=${this.leave}>
      ${locale.text('action.close')}
    </button>`;
  }

  protected override mayClose(): boolean {
    if (this.isBusy) return false;
    const { editor } = this;
    if (!editor || editor.text === editor.original) return true;
    this.asksToLeave = true;
    void this.#focus('.question .button');
    return false;
  }

  /** Nothing here is sent by Enter: the editor says itself when its text is to be kept. */
  protected override submit(): Promise<void> {
    return Promise.resolve();
  }

  get editor(): CommentEditor | null {
    return this.renderRoot.querySelector('comment-editor');
  }

  #about(): TemplateResult {
    const { locale, seance, timeZone } = this;
    return html`<details open class="panel">
      <summary>${locale.text('comments.seance')}</summary>
      <div class="about">
        <h3>${seance.name}</h3>
        <p>${seanceTime(seance, locale, timeZone)}</p>
      </div>
    </details>`;
  }

  #writing(): TemplateResult {
    if (this.draft && !this.draft.comment) return this.#editing('comments.new', '');
    return html`<button
      type="button"
      class="button add"
      aria-disabled=${this.draft !== undefined}
      @click=${() => this.#write(undefined)}
    >
      ${icon('plus')}${this.locale.text('comments.add')}
    </button>`;
  }

  #editing(label: 'comments.new' | 'comments.edit', original: string): TemplateResult {
    return html`<comment-editor
      .locale=${this.locale}
      .label=${this.locale.text(label)}
      .original=${original}
      .error=${this.error}
      .isBusy=${this.isBusy}
      @change=${() => (this.error = undefined)}
      @save=${() => void this.#save()}
      @cancel=${() => this.#endDraft()}
    ></comment-editor>`;
  }

  #list(): TemplateResult {
    const { locale } = this;
    const { comments, failure, hasMore } = this.#thread;
    if (failure) return failureMessage(failure, locale, this.#load);
    if (!comments) return html`<p class="muted" role="status">${locale.text('tool.loading')}</p>`;
    if (comments.length === 0) return html`<p class="notice">${locale.text('comments.none')}</p>`;
    return html`<ul class="comments" aria-label=${locale.text('comments.title')}>
        ${repeat(
          comments,
          ({ id }) => id,
          (comment) => html`<li data-id=${comment.id}>${this.#item(comment)}</li>`,
        )}
      </ul>
      ${
        hasMore
          ? html`<button type="button" class="button" @click=${this.#more}>
              ${locale.text('comments.more')}
            </button>`
          : nothing
      }`;
  }

  #item(comment: Comment): TemplateResult {
    if (this.draft?.comment?.id === comment.id) return this.#editing('comments.edit', comment.content);
    return commentItem(comment, this, this.isEditable ? this.#tools(comment) : nothing);
  }

  #tools(comment: Comment): TemplateResult {
    const { locale } = this;
    const date = locale.shortDate(comment.createdAt, this.timeZone);
    return html`<div class="tools">
      <button
        type="button"
        class="button icon"
        aria-label=${locale.text('comments.editOf', { date })}
        title=${locale.text('action.edit')}
        aria-disabled=${this.draft !== undefined}
        @click=${() => this.#write(comment)}
      >
        ${icon('pencil')}
      </button>
      <button
        type="button"
        class="button icon danger"
        aria-label=${locale.text('comments.deleteOf', { date })}
        title=${locale.text('action.delete')}
        @click=${() => void this.#delete(comment)}
      >
        ${icon('bin')}
      </button>
    </div>`;
  }

  /** One text at a time: what is being written is not thrown away for another. */
  #write(comment: Comment | undefined): void {
    this.#notices.clear();
    if (this.draft) this.editor?.focus();
    else this.draft = { comment, attempt: new Attempt() };
  }

  #endDraft(): void {
    const edited = this.draft?.comment?.id;
    this.draft = undefined;
    this.error = undefined;
    void this.#focus(edited === undefined ? '.add' : `[data-id="${edited}"] .tools button`);
  }

  async #save(): Promise<void> {
    const { draft, editor } = this;
    if (!draft || !editor || this.isBusy) return;
    if (editor.text === '') {
      this.#refuse(this.locale.text('check.required'));
      return;
    }
    this.isBusy = true;
    this.error = undefined;
    try {
      await this.#send(draft, editor.text);
      this.#endDraft();
    } catch (error) {
      const failure = RequestFailure.of(error);
      this.#refuse(failure.fields[0]?.message ?? failureText(failure, this.locale));
    } finally {
      this.isBusy = false;
    }
  }

  async #send({ comment, attempt }: Draft, content: string): Promise<void> {
    const { client, seance } = this;
    const stored = comment
      ? await client.editComment(seance.id, comment.id, content)
      : await client.addComment(seance.id, content, attempt);
    this.#thread.put(stored);
    this.hasChanged = true;
    this.#notices.show({ text: this.locale.text(comment ? 'comments.wasEdited' : 'comments.wasAdded') });
  }

  #refuse(reason: string): void {
    this.error = reason;
    this.editor?.focus();
  }

  async #delete(comment: Comment): Promise<void> {
    await this.#change(async () => {
      await this.client.deleteComment(this.seance.id, comment.id);
      this.#thread.remove(comment.id);
      const undo = { label: 'action.undo', run: () => void this.#restore(comment.id) } as const;
      this.#notices.show({ text: this.locale.text('comments.wasDeleted'), action: undo });
    });
  }

  async #restore(id: string): Promise<void> {
    await this.#change(async () => {
      this.#thread.put(await this.client.restoreComment(this.seance.id, id));
      this.#notices.show({ text: this.locale.text('comments.wasRestored') });
    });
  }

  /** What fails may have been done by somebody else: then the list is read again. */
  async #change(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.hasChanged = true;
    } catch (error) {
      const failure = RequestFailure.of(error);
      this.#notices.show({ text: failureText(failure, this.locale), isProblem: true });
      if (failure.kind === 'refused') this.#load();
    }
    await this.#notices.focus();
  }

  readonly #load = (): void => void this.#thread.load(this.client, this.seance.id);
  readonly #more = (): void => void this.#thread.loadMore(this.client, this.seance.id);

  readonly #stay = (): void => {
    this.asksToLeave = false;
    this.editor?.focus();
  };

  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}

customElements.define('comments-dialog', CommentsDialog);
