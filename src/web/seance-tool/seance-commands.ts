import type { OwnAttendanceCommand } from '../attendance/commands.js';
import { showHours } from '../attendance/show-hours.js';
import { Attempt } from '../core/attempt.js';
import type { CancellationAct } from '../cancellation/cancellation.js';
import type { DeletionQuestion, Restoring } from '../deletion/deletion.js';
import { RequestFailure } from '../core/request-failure.js';
import { seriesOnly } from '../seance/seance-search.js';
import type { SavedSeance, Seance } from '../seance/seance.js';
import { showComments } from '../comment/show-comments.js';
import { changesBetween, valuesOf, type Wish } from '../seance/form-values.js';
import type { Move } from '../seance/move.js';
import { showConfirmDeletion } from '../deletion/show-confirm-deletion.js';
import { showConfirmMove } from '../seance/show-confirm-move.js';
import { showNotices } from '../notice/show-notices.js';
import { showFeedDialog } from '../feed/show-feed-dialog.js';
import type { RepetitionResult } from '../repetition/repetition.js';
import { showRepetitionForm } from '../repetition/show-repetition-form.js';
import { showSeanceForm } from '../seance/show-seance-form.js';
import type { SelectionCommand } from '../selection/commands.js';
import type { ExportCommand } from '../export/commands.js';
import type { PlaceCommand } from '../enrolment/commands.js';
import { loadPart } from '../core/load-part.js';
import { tell } from './events.js';
import { countOrName, showChanged, tellNotTakenBack, tellProblem } from './reader.js';
import { ask, type Command } from '../core/command.js';
import type { SeanceActionName } from '../seance/seance-actions.js';
import type { Tool } from '../space/tool.js';
import type { Workplace } from '../space/workplace.js';

export type SeanceCommand = Exclude<
  Command,
  { readonly does: 'search' | 'load' | 'list' | 'open' | 'open-sheet' | 'open-bin' | 'back' | 'view' }
>;

/** Creating, editing, repeating, deleting: the dialog, the request, and what the reader is told afterwards. */
export class SeanceCommands {
  readonly #tool: Tool;
  readonly #actions: Readonly<Record<SeanceActionName, (at: Workplace, seance: Seance) => Promise<void>>> = {
    edit: (at, seance) => this.#edit(at, seance),
    comments: (at, seance) => this.#comment(at, seance),
    announce: (at, seance) => this.#comment(at, seance, true),
    repeat: (at, seance) => this.#repeat(at, seance),
    duplicate: (at, seance) => this.#duplicate(at, seance),
    cancel: (at, seance) => this.#changeCancellation(at, 'cancel', seance),
    reinstate: (at, seance) => this.#changeCancellation(at, 'reinstate', seance),
    delete: (at, seance) => this.#delete(at, [seance]),
  };

  constructor(tool: Tool) {
    this.#tool = tool;
  }

  async run(command: SeanceCommand): Promise<void> {
    const at = this.#tool.workplace;
    if (!at) return;
    this.#tool.notices.clear();
    const before = at.client.contradictions;
    try {
      if (command.does === 'create') await this.#create(at, command.wish);
      else if (command.does === 'subscribe') await showFeedDialog(this.#tool.renderRoot, at);
      else if (command.does === 'read-notices') await this.#readNotices(at);
      else if (command.does === 'delete') await this.#delete(at, command.seances);
      else if (command.does === 'restore') await this.#restore(at, command);
      else if (command.does === 'move') await this.#move(at, command.move).finally(command.settle);
      else if (command.does === 'act') await this.#actions[command.action](at, command.seance);
      else if ('untick' in command) await this.#changeSelection(at, command);
      else if (command.does === 'hours') await showHours(this.#tool.renderRoot, at);
      else if (isOwnAttendance(command)) await this.#attend(at, command);
      else if (isExport(command)) await this.#export(at, command);
      else await this.#changePlaces(at, command);
    } catch (error) {
      this.#tellRefusal(at, RequestFailure.of(error), command);
    } finally {
      // Also when a dialog dealt with it, and was left afterwards.
      if (at.client.contradictions !== before) this.#tool.refresh();
    }
  }

  async #readNotices(at: Workplace): Promise<void> {
    const seance = await showNotices(this.#tool.renderRoot, at);
    if (seance !== undefined) this.#tool.show(seance);
  }

  async #changePlaces(at: Workplace, command: PlaceCommand): Promise<void> {
    const { runPlaceCommand } = await loadPart(() => import('../enrolment/place-commands.js'));
    await runPlaceCommand(this.#tool, at, command);
  }

  async #changeSelection(at: Workplace, command: SelectionCommand): Promise<void> {
    const { runSelectionCommand } = await loadPart(() => import('./selection-commands.js'));
    await runSelectionCommand(this.#tool, at, command);
  }

  async #changeCancellation(at: Workplace, act: CancellationAct, seance: Seance): Promise<void> {
    const { changeCancellation } = await loadPart(() => import('./cancellation-commands.js'));
    await changeCancellation(this.#tool, at, act, seance);
  }

  async #export(at: Workplace, command: ExportCommand): Promise<void> {
    const { runExport } = await loadPart(() => import('../export/run-export.js'));
    await runExport(this.#tool, at, command);
  }

  async #attend(at: Workplace, command: OwnAttendanceCommand): Promise<void> {
    const { runAttendance } = await loadPart(() => import('../attendance/run-attendance.js'));
    await runAttendance(this.#tool, at.locale, (Part) => at.client.with(Part), command);
  }

  async #create(at: Workplace, wish?: Wish): Promise<void> {
    const saved = await showSeanceForm(this.#tool.renderRoot, at, undefined, wish);
    if (!saved) return;
    const { seance, copyIds = [] } = saved;
    const { seriesId } = seance;
    tell(this.#tool, 'seance-created', { seance });
    if (seriesId !== null) {
      const repeated = { seriesId, created: copyIds.length };
      return this.#tellRepeated(at, seance, repeated, [seance.id, ...copyIds]);
    }
    await showChanged(this.#tool, seance, at.locale.text('notice.created', { name: seance.name }));
  }

  /** Everything of the séance as it is now: the list may have been on the screen for long. */
  async #duplicate(at: Workplace, { id }: Seance): Promise<void> {
    const like = await at.client.getSeance(id);
    await this.#create(at, { like });
  }

  async #edit(at: Workplace, { id }: Seance): Promise<void> {
    const stored = await at.client.getSeance(id);
    const saved = await showSeanceForm(this.#tool.renderRoot, at, stored);
    if (!saved) return;
    await this.#showEdited(at, saved);
  }

  async #showEdited(at: Workplace, { seance, count, before }: SavedSeance): Promise<void> {
    const { locale } = at;
    tell(this.#tool, 'seance-edited', { seance });
    const text =
      count === 1
        ? locale.text('notice.edited', { name: seance.name })
        : locale.text('notice.seriesEdited', { count });
    // Of a series, the preview before the change is what protects; and what has left its series is not put back into it.
    const isAlone = count === 1 && before?.seriesId === seance.seriesId;
    const undo = {
      label: 'action.undo',
      run: () => void this.#takeBack(at, before ?? seance, seance),
    } as const;
    await showChanged(this.#tool, seance, text, isAlone ? [undo] : []);
  }

  /** Makes of a séance what it was before an edit, unless somebody else has changed it since. */
  async #takeBack(at: Workplace, before: Seance, after: Seance): Promise<void> {
    const changes = changesBetween(valuesOf(after), valuesOf(before));
    try {
      const seance = await at.client.editSeance(after, changes, 'this');
      tell(this.#tool, 'seance-edited', { seance });
      await showChanged(this.#tool, seance, at.locale.text('notice.takenBack', { name: seance.name }));
    } catch (error) {
      await tellNotTakenBack(this.#tool, at, error);
    }
  }

  async #repeat(at: Workplace, seance: Seance): Promise<void> {
    const repeated = await showRepetitionForm(this.#tool.renderRoot, at, seance);
    if (!repeated) return;
    await this.#tellRepeated(at, seance, repeated, repeated.copyIds);
  }

  /** @param made ids of what was created, the séance among them when it was. */
  async #tellRepeated(
    at: Workplace,
    seance: Seance,
    { seriesId, created }: Pick<RepetitionResult, 'seriesId' | 'created'>,
    made: readonly string[],
  ): Promise<void> {
    tell(this.#tool, 'seance-repeated', { seance, seriesId, created });
    this.#tool.refresh();
    const changes = seriesOnly(seriesId);
    this.#tool.notices.show({
      text: at.locale.text('notice.repeated', { count: made.length }),
      actions: [
        { label: 'series.show', run: () => ask(this.#tool, { does: 'list', changes, history: 'push' }) },
        { label: 'action.undo', run: () => void this.#unmake(at, made) },
      ],
    });
    await this.#tool.reveal(seance.id);
  }

  /** Deletes what a repetition made, unless somebody else has changed one of them since. */
  async #unmake(at: Workplace, ids: readonly string[]): Promise<void> {
    try {
      await at.client.deleteSeances(ids, new Attempt(), 1);
      await this.#tellDeleted(at, ids);
    } catch (error) {
      await tellNotTakenBack(this.#tool, at, error);
    }
  }

  async #comment(at: Workplace, seance: Seance, isToAnnounce = false): Promise<void> {
    if (await showComments(this.#tool.renderRoot, at, seance, isToAnnounce)) this.#tool.refresh();
  }

  async #move(at: Workplace, move: Move): Promise<void> {
    const saved = await showConfirmMove(this.#tool.renderRoot, at, move);
    if (saved) await this.#showEdited(at, saved);
    else await this.#tool.reveal(move.seance.id);
  }

  async #delete(at: Workplace, seances: readonly Seance[]): Promise<void> {
    const ids = await showConfirmDeletion(this.#tool.renderRoot, at, questionAbout(at, seances));
    if (!ids) return;
    await this.#tellDeleted(at, ids, seances.find(({ id }) => id === ids[0])?.name);
  }

  async #tellDeleted(at: Workplace, ids: readonly string[], name?: string): Promise<void> {
    tell(this.#tool, 'seances-deleted', { ids });
    this.#tool.show(undefined);
    this.#tool.refresh();
    const count = ids.length;
    this.#tool.notices.show({
      text: countOrName(at, 'notice.deleted', { count, name }),
      actions: [
        {
          label: 'action.undo',
          run: () => void this.#restore(at, { restoration: { ids }, count, name }),
        },
      ],
    });
    await this.#tool.notices.focus();
  }

  /** @param attempt one for all its tries, so that none is told that there is nothing left to restore. */
  async #restore(at: Workplace, restoring: Restoring, attempt = new Attempt()): Promise<void> {
    const { restoration, count, name } = restoring;
    this.#tool.notices.show({ text: at.locale.text('notice.restoring', { count }) });
    try {
      const { ids, displaced } = await at.client.restoreSeances(restoration, attempt);
      tell(this.#tool, 'seances-restored', { ids });
      const restored = countOrName(at, 'notice.restored', {
        count: ids.length,
        name: count === 1 ? name : undefined,
      });
      const waiting = displaced > 0 ? at.locale.text('notice.displaced', { count: displaced }) : '';
      const { restoredNotes } = await loadPart(() => import('../seance/restored-notes.js'));
      const said = [restored, waiting, await restoredNotes(at, ids)].filter(Boolean);
      this.#tool.notices.show({ text: said.join('. ') });
    } catch (error) {
      const failure = RequestFailure.of(error);
      const run = () => void this.#restore(at, restoring, attempt);
      tellProblem(
        this.#tool,
        at,
        failure,
        failure.kind === 'refused' ? [] : [{ label: 'action.retry', run }],
      );
    }
    this.#tool.refresh();
    await this.#tool.notices.focus();
  }

  /** What is gone is named. */
  #tellRefusal(at: Workplace, failure: RequestFailure, command: SeanceCommand): void {
    const seance = seanceOf(command);
    if (failure.code !== 'not-found' || !seance) return tellProblem(this.#tool, at, failure);
    const text = at.locale.text('notice.gone', { name: seance.name });
    this.#tool.notices.show({ text, isProblem: true });
  }
}

/** Only one séance can mean its series: several were chosen one by one. */
function questionAbout({ client }: Workplace, seances: readonly Seance[]): DeletionQuestion {
  const [first, second] = seances;
  const { sessionId, seriesId } = first ?? { sessionId: '', seriesId: null };
  const attempts = new Map<string, Attempt>();
  return {
    seances,
    series:
      seriesId === null || second ? undefined : (signal) => client.listSeries(sessionId, seriesId, signal),
    remove: (ids) => {
      const key = ids.join();
      const attempt = attempts.get(key) ?? new Attempt();
      attempts.set(key, attempt);
      return client.deleteSeances(ids, attempt);
    },
  };
}

/** The séance that a command is about, if it is one. */
function seanceOf(command: SeanceCommand): Seance | undefined {
  if (command.does === 'move') return command.move.seance;
  return 'seance' in command ? command.seance : undefined;
}

function isOwnAttendance(command: SeanceCommand): command is OwnAttendanceCommand {
  return ['check-in', 'my-attendance'].includes(command.does);
}

function isExport(command: SeanceCommand): command is ExportCommand {
  return ['export', 'calendar-file', 'sign-sheet'].includes(command.does);
}
