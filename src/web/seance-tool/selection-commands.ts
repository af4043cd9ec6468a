import type { SelectionCommand } from '../selection/commands.js';
import { showSelectionForm } from '../selection/show-selection-form.js';
import type { Tool } from '../space/tool.js';
import type { Workplace } from '../space/workplace.js';
import { tell } from './events.js';

/** Changes séances that were ticked, and tells how many they are. */
export async function runSelectionCommand(
  tool: Tool,
  at: Workplace,
  { seances, untick }: SelectionCommand,
): Promise<void> {
  const ids = await showSelectionForm(tool.renderRoot, at, seances);
  if (!ids) return;
  tell(tool, 'seances-edited', { ids });
  untick();
  tool.refresh();
  tool.notices.show({ text: at.locale.text('notice.seriesEdited', { count: ids.length }) });
  await tool.notices.focus();
}
