import { Menu, type Actor, type AdministrationEntry, type MenuTool } from '../src/index.js';
import type { Language } from './languages.js';

/** One line of a menu, in the reader's language. */
export interface MenuEntry {
  readonly id: string;
  readonly icon: string;
  readonly label: string;
  /** Below the address of the space, or of the host for the administration. */
  readonly path: string;
}

interface HostTool {
  readonly id: string;
  readonly icon: string;
  readonly label: Readonly<Record<Language, string>>;
}

/** The tools that the host itself would have: the upper icons of the left-hand menu. They do nothing here. */
const hostTools: readonly HostTool[] = [
  { id: 'preview', icon: 'eye', label: { fr: 'Aperçu', en: 'Preview', nl: 'Voorbeeld' } },
  { id: 'home', icon: 'home', label: { fr: 'Accueil', en: 'Home', nl: 'Start' } },
  { id: 'resources', icon: 'folder', label: { fr: 'Ressources', en: 'Resources', nl: 'Materiaal' } },
  { id: 'settings', icon: 'gear', label: { fr: 'Paramètres', en: 'Settings', nl: 'Instellingen' } },
  { id: 'progress', icon: 'list', label: { fr: 'Progression', en: 'Progression', nl: 'Voortgang' } },
  { id: 'statistics', icon: 'chart', label: { fr: 'Statistiques', en: 'Statistics', nl: 'Statistieken' } },
  { id: 'users', icon: 'user', label: { fr: 'Utilisateurs', en: 'Users', nl: 'Gebruikers' } },
  { id: 'blocks', icon: 'blocks', label: { fr: 'Blocs', en: 'Blocks', nl: 'Blokken' } },
  { id: 'agenda', icon: 'calendar', label: { fr: 'Agenda', en: 'Agenda', nl: 'Agenda' } },
  { id: 'badges', icon: 'trophy', label: { fr: 'Badges', en: 'Badges', nl: 'Badges' } },
  { id: 'my-badges', icon: 'trophy', label: { fr: 'Mes badges', en: 'My badges', nl: 'Mijn badges' } },
  { id: 'groups', icon: 'group', label: { fr: 'Groupes', en: 'Groups', nl: 'Groepen' } },
];

/** The left-hand menu of a space: the host's own tools, then those that plugins add. */
export class SpaceMenu extends Menu {
  readonly #tools: MenuTool[] = [];
  readonly #administration: AdministrationEntry[] = [];

  override addTool(tool: MenuTool): void {
    this.#tools.push(tool);
  }

  override addAdministration(entry: AdministrationEntry): void {
    this.#administration.push(entry);
  }

  /** What `actor` sees in the menu of the space, from top to bottom. */
  async entriesFor(spaceId: string, actor: Actor, language: Language): Promise<readonly MenuEntry[]> {
    const own = hostTools.map(({ id, icon, label }) => ({
      id,
      icon,
      label: label[language],
      path: `tools/${id}`,
    }));
    const visible = await keepVisible(this.#tools, (tool) => tool.visibleWhen(spaceId, actor));
    return [...own, ...visible.map((tool) => inLanguage(tool, language))];
  }

  /** What `actor` sees of the plugins' administration. */
  async administrationFor(actor: Actor, language: Language): Promise<readonly MenuEntry[]> {
    const visible = await keepVisible(this.#administration, (entry) => entry.visibleWhen(actor));
    return visible.map((entry) => inLanguage(entry, language));
  }

  /** True for an entry that a plugin added, and not the host. */
  isFromPlugin(entry: MenuEntry): boolean {
    return this.#tools.some(({ id }) => id === entry.id);
  }
}

async function keepVisible<T>(
  entries: readonly T[],
  isVisible: (entry: T) => Promise<boolean>,
): Promise<readonly T[]> {
  const visible = await Promise.all(entries.map(isVisible));
  return entries.filter((_, index) => visible[index]);
}

function inLanguage(entry: MenuTool | AdministrationEntry, language: Language): MenuEntry {
  const { id, icon, path, label } = entry;
  return { id, icon, path, label: label[language] ?? label['en'] ?? id };
}
