import { Menu, type AdministrationEntry, type MenuTool } from '../ports/menu.js';

/** Keeps what the plugin announces. */
export class RecordingMenu extends Menu {
  readonly #tools: MenuTool[] = [];
  readonly #administration: AdministrationEntry[] = [];

  get tools(): readonly MenuTool[] {
    return this.#tools;
  }

  get administration(): readonly AdministrationEntry[] {
    return this.#administration;
  }

  override addTool(tool: MenuTool): void {
    this.#tools.push(tool);
  }

  override addAdministration(entry: AdministrationEntry): void {
    this.#administration.push(entry);
  }
}
