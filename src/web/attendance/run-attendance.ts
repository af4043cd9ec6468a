import type { ClientOf } from '../core/http.js';
import type { Locale } from '../core/locale.js';
import type { Tool } from '../space/tool.js';
import type { OwnAttendanceCommand } from './commands.js';
import { showCheckIn } from './show-check-in.js';
import { showMyAttendance } from './show-my-attendance.js';

/** Opens what is asked for, and tells what came of it. @throws RequestFailure */
export async function runAttendance(
  tool: Pick<Tool, 'notices' | 'renderRoot' | 'refresh'>,
  locale: Locale,
  clientOf: ClientOf,
  command: OwnAttendanceCommand,
): Promise<void> {
  const { renderRoot: root } = tool;
  if (command.does === 'my-attendance') return showMyAttendance(root, locale, clientOf);
  const text = await showCheckIn(root, locale, clientOf, command.isWaiting);
  if (text === undefined) return;
  tool.refresh();
  tool.notices.show({ text });
  await tool.notices.focus();
}
