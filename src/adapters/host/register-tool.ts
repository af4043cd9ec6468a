import type { ToolVisibility } from '../../application/access/tool-visibility.js';
import type { Menu } from '../../ports/menu.js';
import type { Manifest } from './manifest.js';

/** Puts the clock into the host's activity-space menu and its administration menu, as the manifest describes it. */
export function registerTool(menu: Menu, manifest: Manifest, visibility: ToolVisibility): void {
  menu.addTool({
    ...manifest.menu.tool,
    visibleWhen: (spaceId, actor) => visibility.inSpace(spaceId, actor),
  });
  const { administration } = manifest.menu;
  if (!administration) return;
  menu.addAdministration({ ...administration, visibleWhen: (actor) => visibility.inAdministration(actor) });
}
