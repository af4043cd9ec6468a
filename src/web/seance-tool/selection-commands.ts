import { showCancelSeveral } from '../cancellation/show-cancellation.js';
import { Attempt } from '../core/attempt.js';
import { RequestFailure } from '../core/request-failure.js';
import type { Seance } from '../seance/seance.js';
import type { SelectionCommand } from '../selection/commands.js';
import { showSelectionForm } from '../selection/show-selection-form.js';
import type { Tool } from '../space/tool.js';
import type { Workplace } from '../space/workplace.js';
import { reinstatedText } from './cancellation-commands.js';
import { tell } from './events.js';
import { countOrName, tellProblem } from './reader.js';

/** Changes or cancels séances that were ticked, and tells how many they are. */
export async function runSelectionCommand(
  tool: Tool,
  at: Workplace,
  command: SelectionCommand,
): Promise<void> {
  const isDone = await (command.does === 'edit-selection'
    ? edit(tool, at, command.seances)
    : cancel(tool, at, command.seances));
  if (!isDone) return;
  command.untick();
  tool.refresh();
  await tool.notices.focus();
}

async function edit(tool: Tool, at: Workplace, seances: readonly Seance[]): Promise<boolean> {
  const ids = await showSelectionForm(tool.renderRoot, at, seances);
  if (!ids) return false;
  tell(tool, 'seances-edited', { ids });
  tool.notices.show({ text: at.locale.text('notice.seriesEdited', { count: ids.length }) });
  return true;
}

async function cancel(tool: Tool, at: Workplace, seances: readonly Seance[]): Promise<boolean> {
  const planned = seances.filter(({ cancelled }) => cancelled === null);
  const done = await showCancelSeveral(tool.renderRoot, at, planned);
  if (!done) return false;
  const count = done.length;
  tell(tool, 'seances-cancelled', { ids: done.map(({ id }) => id) });
  tool.notices.show({
    text: countOrName(at, 'notice.cancelled', { count, name: done[0]?.name }),
    actions: [
      {
        label: count === 1 ? 'cancellation.reinstate' : 'cancellation.reinstateAll',
        run: () => void takeBack(tool, at, done),
      },
    ],
  });
  return true;
}

/** Undoes a cancellation from the notice that tells of it. */
async function takeBack(tool: Tool, at: Workplace, seances: readonly Seance[]): Promise<void> {
  const ids = seances.map(({ id }) => id);
  // Nobody presses the button twice.
  tool.notices.clear();
  try {
    const { changed: count, displaced } = await at.client.selection.reinstate(ids, new Attempt());
    tell(tool, 'seances-reinstated', { ids });
    tool.notices.show({ text: await reinstatedText(at, { count, displaced, seances }) });
  } catch (error) {
    tellProblem(tool, at, RequestFailure.of(error));
  }
  tool.refresh();
  await tool.notices.focus();
}
