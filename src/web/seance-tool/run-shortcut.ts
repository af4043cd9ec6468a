import type { SeanceCalendar } from '../calendar/seance-calendar.js';
import { ask } from '../core/command.js';
import type { SearchBox } from '../core/search-box.js';
import type { SeanceList } from '../seance/seance-list.js';
import type { SeanceTable } from '../seance/seance-table.js';
import { showShortcuts } from '../shortcuts/show-shortcuts.js';
import type { Shortcut } from '../shortcuts/shortcuts.js';
import type { Tool } from '../space/tool.js';

type View = SeanceList | SeanceCalendar;

/** Does what a shortcut stands for, in the list or the calendar: on the other pages only the help is there. */
export async function runShortcut(tool: Tool, shortcut: Shortcut): Promise<void> {
  const at = tool.workplace;
  if (!at) return;
  if (shortcut === '?') return showShortcuts(tool.renderRoot, at);
  const view = tool.renderRoot.querySelector<View>(
    'seance-list:not([hidden]), seance-calendar:not([hidden])',
  );
  if (!view) return;
  if (shortcut === '/') view.renderRoot.querySelector<SearchBox>('search-box')?.focus();
  else if (shortcut === 't') await showToday(view);
  else if (shortcut !== 'c') focusSeance(view, shortcut === 'j' ? 1 : -1);
  else if (at.space.permissions.edit) ask(tool, { does: 'create' });
}

async function showToday(view: View): Promise<void> {
  if ('showNext' in view) return view.showNext();
  // By its own button, where the focus then is: the séance that had it may be of another day.
  const button = view.renderRoot.querySelector<HTMLElement>('#today');
  button?.focus();
  button?.click();
}

/** Puts the focus on the séance after that which has it, or before; on the first when none has. */
function focusSeance(view: View, step: 1 | -1): void {
  const rows = view.renderRoot.querySelector<SeanceTable>('seance-table') ?? view;
  const root = rows.renderRoot as ShadowRoot;
  const links = [...root.querySelectorAll<HTMLElement>('tr[data-id] .name a, a[data-id]')];
  const shown = links.filter((link) => link.checkVisibility());
  const current = root.activeElement?.closest('tr, a[data-id]');
  shown[shown.findIndex((link) => current?.contains(link)) + step]?.focus();
}
