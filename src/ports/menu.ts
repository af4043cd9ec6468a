import type { Actor } from './identity.js';

/** The tool, as a host's activity-space menu shows it. All but the function comes from `plugin.json`. */
export interface MenuTool {
  readonly id: string;
  /** Name of an icon of the host's own set. */
  readonly icon: string;
  /** One text per BCP 47 language. */
  readonly label: Readonly<Record<string, string>>;
  /** Below the address of the space. */
  readonly path: string;
  readonly order: 'last';
  /** True when the entry is shown to this actor: learners do not see it in a space without a session. */
  visibleWhen(spaceId: string, actor: Actor): Promise<boolean>;
}

/** An entry of the host's administration menu. */
export interface AdministrationEntry {
  readonly id: string;
  readonly icon: string;
  readonly label: Readonly<Record<string, string>>;
  /** Below the address of the host. */
  readonly path: string;
  visibleWhen(actor: Actor): Promise<boolean>;
}

/** Where the plugin announces itself. Called once, before the plugin is handed to the host. */
export abstract class Menu {
  abstract addTool(tool: MenuTool): void;
  abstract addAdministration(entry: AdministrationEntry): void;
}
