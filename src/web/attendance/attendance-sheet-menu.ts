import { MenuButton, type MenuFace, type MenuItem } from '../core/menu-button.js';
import type { AttendanceLocale } from './load-attendance-locale.js';

/** What is seldom done with a sheet: each is left out where it cannot be done. */
export interface SheetMenuActs {
  readonly add?: (() => void) | undefined;
  readonly changeBreak?: (() => void) | undefined;
  readonly paper: (isBlank: boolean) => void;
}

/** The ⋮ menu of the sheet of presence. */
export class AttendanceSheetMenu extends MenuButton {
  static override properties = { ...MenuButton.properties, acts: { attribute: false } };

  declare locale: AttendanceLocale;
  declare acts: SheetMenuActs;

  protected override face(): MenuFace {
    return { label: this.locale.text('presence.more'), icon: 'more', isLabelled: true };
  }

  protected override heading(): string {
    return this.locale.text('attendance.title');
  }

  protected override items(): readonly MenuItem[] {
    const { locale, acts } = this;
    const { add, changeBreak, paper } = acts;
    return [
      ...(add ? [{ label: locale.text('presence.addTitle'), icon: 'addPerson', choose: add } as const] : []),
      ...(changeBreak
        ? [{ label: locale.text('presence.break'), icon: 'waiting', choose: changeBreak } as const]
        : []),
      { label: locale.text('presence.pdf'), icon: 'download', choose: () => paper(false) },
      { label: locale.text('presence.pdfBlank'), icon: 'printer', choose: () => paper(true) },
    ];
  }
}

customElements.define('attendance-sheet-menu', AttendanceSheetMenu);
