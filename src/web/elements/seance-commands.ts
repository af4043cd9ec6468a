import { Attempt } from '../client/attempt.js';
import { RequestFailure } from '../client/request-failure.js';
import type { Seance } from '../client/seance.js';
import { showConfirmDeletion } from '../dialogs/show-confirm-deletion.js';
import { showSeanceForm } from '../dialogs/show-seance-form.js';
import { tell } from '../events.js';
import type { Command } from './command.js';
import { failureText } from './failure-message.js';
import type { SeanceActionName } from './seance-actions.js';
import type { Tool } from './tool.js';
import type { Workplace } from './workplace.js';

export type SeanceCommand = Exclude<Command, { readonly does: 'search' | 'open' | 'back' }>;

/** Creating, editing, deleting: the dialog, the request, and what the reader is told afterwards. */
export class SeanceCommands {
  readonly #tool: Tool;
  readonly #actions: Readonly<Record<SeanceActionName, (at: Workplace, seance: Seance) => Promise<void>>> = {
    edit: (at, seance) => this.#edit(at, seance),
    delete: (at, seance) => this.#delete(at, [seance]),
  };

  constructor(tool: Tool) {
    this.#tool = tool;
  }

  async run(command: SeanceCommand): Promise<void> {
    const at = this.#tool.workplace;
    if (!at) return;
    this.#tool.notices.clear();
    try {
      if (command.does === 'create') await this.#create(at);
      else if (command.does === 'delete') await this.#delete(at, command.seances);
      else if (command.does === 'act') await this.#actions[command.action](at, command.seance);
      else await (await import('./place-commands.js')).runPlaceCommand(this.#tool, at, command);
    } catch (error) {
      this.#tellProblem(at, error);
    }
  }

  async #create(at: Workplace): Promise<void> {
    const seance = await showSeanceForm(this.#tool.renderRoot, at, undefined);
    if (!seance) return;
    tell(this.#tool, 'seance-created', { seance });
    await this.#showChanged(seance, at.locale.text('notice.created', { name: seance.name }));
  }

  async #edit(at: Workplace, { id }: Seance): Promise<void> {
    const stored = await at.client.getSeance(id);
    const seance = await showSeanceForm(this.#tool.renderRoot, at, stored);
    if (!seance) return;
    tell(this.#tool, 'seance-edited', { seance });
    await this.#showChanged(seance, at.locale.text('notice.edited', { name: seance.name }));
  }

  /** A séance that the list's search or page leaves out is one button away. */
  async #showChanged({ id }: Seance, text: string): Promise<void> {
    this.#tool.refresh();
    this.#tool.notices.show({ text });
    if (await this.#tool.reveal(id)) return;
    this.#tool.notices.show({ text, action: { label: 'action.show', run: () => this.#tool.show(id) } });
  }

  async #delete(at: Workplace, seances: readonly Seance[]): Promise<void> {
    const ids = seances.map(({ id }) => id);
    const attempt = new Attempt();
    const remove = (): Promise<void> => at.client.deleteSeances(ids, attempt);
    const isDeleted = await showConfirmDeletion(this.#tool.renderRoot, at, { seances, remove });
    if (!isDeleted) return;
    tell(this.#tool, 'seances-deleted', { ids });
    this.#tool.show(undefined);
    this.#tool.refresh();
    this.#tool.notices.show({
      text: at.locale.text('notice.deleted', { count: ids.length }),
      action: { label: 'action.undo', run: () => void this.#restore(at, ids) },
    });
    await this.#tool.notices.focus();
  }

  async #restore(at: Workplace, ids: readonly string[]): Promise<void> {
    try {
      for (const id of ids) await at.client.restoreSeance(id);
      tell(this.#tool, 'seances-restored', { ids });
      this.#tool.notices.show({ text: at.locale.text('notice.restored', { count: ids.length }) });
    } catch (error) {
      this.#tellProblem(at, error);
    }
    this.#tool.refresh();
    await this.#tool.notices.focus();
  }

  #tellProblem({ locale }: Workplace, error: unknown): void {
    this.#tool.notices.show({ text: failureText(RequestFailure.of(error), locale), isProblem: true });
  }
}
