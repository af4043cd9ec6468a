import type { Seance } from './seance.js';
import { ask } from '../core/command.js';
import { MenuButton, type MenuFace, type MenuItem } from '../core/menu-button.js';
import type { SeanceAction } from './seance-actions.js';

/** The ⋮ button of a séance and the menu that it opens. */
export class ActionMenu extends MenuButton {
  static override properties = {
    ...MenuButton.properties,
    actions: { attribute: false },
    seance: { attribute: false },
  };

  declare actions: readonly SeanceAction[];
  declare seance: Seance;

  protected override face(): MenuFace {
    const label = this.locale.text('actions.of', { name: this.seance.name });
    return { label, icon: 'more', isLabelled: false };
  }

  protected override heading(): string {
    return this.locale.text('actions.title');
  }

  protected override items(): readonly MenuItem[] {
    const { seance } = this;
    return this.actions.map(({ name, label, icon, danger }) => ({
      ...{ icon, danger, label: this.locale.text(label) },
      choose: () => ask(this, { does: 'act', action: name, seance }),
    }));
  }
}

customElements.define('action-menu', ActionMenu);
