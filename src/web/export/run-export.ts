import { followLink } from '../core/follow-link.js';
import type { Tool } from '../space/tool.js';
import type { Workplace } from '../space/workplace.js';
import type { ExportCommand } from './commands.js';
import type { ExportedList, ExportFormat } from './export.js';
import { saveFile } from './save-file.js';
import { drawSheet } from './sign-sheet.js';

/** Takes something out of the tool, and tells what came of it. @throws RequestFailure */
export async function runExport(tool: Tool, at: Workplace, command: ExportCommand): Promise<void> {
  const { locale } = at;
  if (command.does === 'export') {
    tool.notices.show({ text: locale.text('export.preparing') });
    const file = await saveFile(await fetchList(at, command.list, command.format));
    tool.notices.show({ text: locale.text('export.done', { file }) });
  } else if (command.does === 'calendar-file')
    followLink(await at.client.calendarAddressOnce(command.seance.id));
  else if (command.paper) await drawSheet(command.paper, at, command.seance);
  else tool.notices.show({ text: locale.text('sheet.blocked'), isProblem: true });
}

function fetchList({ client }: Workplace, list: ExportedList, format: ExportFormat): Promise<Response> {
  if (list.of === 'seances') return client.exportSeances(list.search, format);
  return client.enrolments.export(list.seance.id, list.q, list.status, format);
}
