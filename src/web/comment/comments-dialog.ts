import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { Attempt } from '../core/attempt.js';
import { failureText } from '../core/failure-message.js';
import { FormDialog } from '../core/form-dialog.js';
import { icon } from '../core/icons.js';
import { NoticeController } from '../core/notice-controller.js';
import { RequestFailure } from '../core/request-failure.js';
import { seanceTime } from '../seance/seance-time.js';
import type { Seance } from '../seance/seance.js';
import type { Workplace } from '../space/workplace.js';
import './comment-editor.js';
import type { CommentEditor } from './comment-editor.js';
import { commentItem } from './comment-item.js';
import { commentList } from './comment-list.js';
import { CommentThread } from './comment-thread.js';
import type { Comment, NewComment } from './comment.js';
import richTextCss from '../core/styles/rich-text.css?inline';
import commentsCss from '../core/styles/comments.css?inline';
import partCss from '../core/styles/part.css?inline';
import noticesCss from '../core/styles/notices.css?inline';
import commentsDialogCss from './comments-dialog.css?inline';
import { sheets } from '../core/sheets.js';

/** What is being written: a new comment, or another text for `comment`. */
interface Draft {
  readonly comment: Comment | undefined;
  readonly attempt: Attempt;
  /** Whether people are to be told of it. */
  readonly isToAnnounce: boolean;
  /** True when `comment` is what somebody else has made of it meanwhile. */
  readonly isNewer?: boolean;
}

type Field = 'content' | 'announce';

/** The comments of a séance: to read, and for staff to write. */
export class CommentsDialog extends FormDialog<true, Field> {
  static override properties = { draft: { state: true } };
  static override styles: CSSResultGroup = [
    FormDialog.styles,
    sheets(richTextCss, partCss, commentsCss, noticesCss, commentsDialogCss),
  ];

  declare protected draft: Draft | undefined;
  /** True once something was written: what shows the séance elsewhere is out of date. */
  #hasChanged = false;
  readonly #thread = new CommentThread(this);
  readonly #notices = new NoticeController(this);
  readonly #isEditable: boolean;

  constructor(
    private readonly at: Workplace,
    private readonly seance: Seance,
    /** Whether the reader has come to tell people something. */
    private readonly isToAnnounce: boolean,
  ) {
    super(at.locale);
    this.#isEditable = at.space.permissions.edit;
    void this.#begin();
  }

  protected override heading(): string {
    return this.locale.text(this.#isEditable ? 'action.comments' : 'comments.title');
  }

  protected override body(): TemplateResult {
    return html`${this.#notices.render(this.locale)} ${this.#about()}
      ${this.#isEditable ? html`<div class="writing">${this.#writing()}</div>` : nothing}
      <div class="list">${this.#list()}</div>`;
  }

  protected override buttons(): TemplateResult {
    return this.leaveButton('action.close');
  }

  protected override isTouched(): boolean {
    const { editor } = this;
    return editor !== null && editor.text !== editor.original;
  }

  protected override left(): true | undefined {
    return this.#hasChanged || undefined;
  }

  protected override focusFirst(): void {
    this.editor?.focus();
  }

  override fieldOf(property: string): Field {
    return property === 'announce' ? 'announce' : 'content';
  }

  /** Nothing here is sent by Enter: the editor says itself when its text is to be kept. */
  protected override submit(): Promise<void> {
    return Promise.resolve();
  }

  get editor(): CommentEditor | null {
    return this.renderRoot.querySelector('comment-editor');
  }

  #about(): TemplateResult {
    const { locale, seance } = this;
    return html`<details open class="panel">
      <summary>${locale.text('comments.seance')}</summary>
      <div class="about">
        <h3>${seance.name}</h3>
        <p>${seanceTime(seance, locale, this.at.space.actor.timeZone)}</p>
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
      .error=${this.form.errors.content}
      .announceError=${this.form.errors.announce}
      .canAnnounce=${this.draft?.comment === undefined}
      .isInSeries=${this.seance.seriesId !== null}
      .isToAnnounce=${this.draft?.isToAnnounce}
      ?data-invalid=${this.form.errors.content !== undefined || this.form.errors.announce !== undefined}
      .isBusy=${this.form.isBusy}
      @change=${() => this.form.reset()}
      @save=${() => void this.#save()}
      @cancel=${() => this.#endDraft()}
    ></comment-editor>`;
  }

  #list(): TemplateResult {
    const { locale } = this;
    const thread = this.#thread;
    return commentList({
      ...{ thread, locale, reload: this.#load, loadMore: this.#more },
      item: (comment) => this.#item(comment),
    });
  }

  #item(comment: Comment): TemplateResult {
    if (this.draft?.comment?.id === comment.id)
      return html`${this.draft.isNewer ? this.#newer(comment) : nothing}
      ${this.#editing('comments.edit', comment.content)}`;
    return commentItem(comment, this.at, this.#isEditable ? this.#tools(comment) : nothing);
  }

  #newer(comment: Comment): TemplateResult {
    return html`<div class="newer">
      <p class="notice">${this.locale.text('comments.newer')}</p>
      ${commentItem(comment, this.at)}
    </div>`;
  }

  #tools(comment: Comment): TemplateResult {
    const { locale } = this;
    const date = locale.shortDate(comment.createdAt, this.at.space.actor.timeZone);
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
  #write(comment: Comment | undefined, isToAnnounce = false): void {
    this.#notices.clear();
    if (this.draft) this.editor?.focus();
    else this.draft = { comment, isToAnnounce, attempt: new Attempt() };
  }

  #endDraft(): void {
    const edited = this.draft?.comment?.id;
    this.draft = undefined;
    this.form.reset();
    void this.form.focus(edited === undefined ? '.add' : `[data-id="${edited}"] .tools button`);
  }

  async #save(): Promise<void> {
    const { draft, editor } = this;
    if (!draft || !editor || this.form.isBusy) return;
    const content = editor.text;
    const { announce } = editor;
    const found = {
      ...(content === '' && { content: this.locale.text('check.required') }),
      ...(announce?.to.length === 0 && { announce: this.locale.text('comments.announceToNobody') }),
    };
    if (!this.form.check(found)) return;
    if (await this.form.send(() => this.#send(draft, { content, ...(announce && { announce }) }))) {
      this.#endDraft();
    } else {
      const { errors, alert } = this.form;
      this.form.check(alert === undefined ? errors : { ...errors, content: errors.content ?? alert });
    }
  }

  /** When somebody was faster, what they wrote is shown: what is typed stays, and can take its place. */
  async #edit(comment: Comment, content: string): Promise<Comment> {
    const { client } = this.at;
    try {
      return await client.editComment(this.seance.id, comment, content);
    } catch (error) {
      if (error instanceof RequestFailure && error.code === 'stale') {
        const newer = await this.#thread.readAgain(client, this.seance.id, comment.id);
        if (newer && this.draft) this.draft = { ...this.draft, comment: newer, isNewer: true };
      }
      throw error;
    }
  }

  async #send({ comment, attempt }: Draft, input: NewComment): Promise<void> {
    const stored = comment
      ? await this.#edit(comment, input.content)
      : await this.at.client.addComment(this.seance.id, input, attempt);
    this.#thread.keep(stored);
    this.#hasChanged = true;
    const added = input.announce ? 'comments.wasAnnounced' : 'comments.wasAdded';
    this.#notices.show({ text: this.locale.text(comment ? 'comments.wasEdited' : added) });
  }

  async #delete(comment: Comment): Promise<void> {
    await this.#change(async () => {
      await this.at.client.deleteComment(this.seance.id, comment);
      this.#thread.remove(comment.id);
      const undo = { label: 'action.undo', run: () => void this.#restore(comment.id) } as const;
      this.#notices.show({ text: this.locale.text('comments.wasDeleted'), actions: [undo] });
    });
  }

  async #restore(id: string): Promise<void> {
    await this.#change(async () => {
      this.#thread.keep(await this.at.client.restoreComment(this.seance.id, id));
      this.#notices.show({ text: this.locale.text('comments.wasRestored') });
    });
  }

  /** What fails may have been done by somebody else: then the list is read again. */
  async #change(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.#hasChanged = true;
    } catch (error) {
      const failure = RequestFailure.of(error);
      this.#notices.show({ text: failureText(failure, this.locale), isProblem: true });
      if (failure.kind === 'refused') this.#load();
    }
    await this.#notices.focus();
  }

  /** Who finds no comment has come to write one. */
  async #begin(): Promise<void> {
    if (this.isToAnnounce) this.#write(undefined, true);
    await this.#thread.loadFirst(this.at.client, this.seance.id);
    if (this.#isEditable && !this.draft && this.#thread.comments?.length === 0) this.#write(undefined);
  }

  readonly #load = (): void => void this.#thread.loadFirst(this.at.client, this.seance.id);
  readonly #more = (): void => void this.#thread.loadMore(this.at.client, this.seance.id);
}

customElements.define('comments-dialog', CommentsDialog);
