import { ask } from '../core/command.js';
import { MenuButton, type MenuFace, type MenuItem } from '../core/menu-button.js';
import { exportFormats, type ExportedList } from './export.js';

/** "Exporter": the list beside it as a file, and of participants the sheet that they sign. */
export class ExportMenu extends MenuButton {
  static override properties = {
    ...MenuButton.properties,
    list: { attribute: false },
    count: { attribute: false },
  };

  declare list: ExportedList;
  /** How many rows it has on all pages. */
  declare count: number;

  protected override face(): MenuFace {
    return { label: this.locale.text('export.button'), icon: 'download', isLabelled: true };
  }

  protected override heading(): string {
    return this.locale.text('list.results', { count: this.count });
  }

  protected override items(): readonly MenuItem[] {
    const { list, locale } = this;
    const files = exportFormats.map((format) => ({
      label: locale.text(`export.${format}`),
      icon: 'table' as const,
      choose: () => ask(this, { does: 'export', list, format }),
    }));
    if (list.of === 'seances') return files;
    const { seance } = list;
    const choose = () => ask(this, { does: 'sign-sheet', seance, paper: open('', '_blank') });
    return [...files, { label: locale.text('sheet.title'), icon: 'pencil', choose }];
  }
}

customElements.define('export-menu', ExportMenu);
