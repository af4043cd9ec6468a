import type { IconName } from '../core/icons.js';
import { MenuButton, type MenuFace, type MenuItem } from '../core/menu-button.js';
import { nameInText } from '../core/person-name.js';
import { marks, type Mark } from './attendance.js';
import type { AttendanceLocale } from './load-attendance-locale.js';
import type { ShownEntry } from './pending-marks.js';

export const markIcons: Readonly<Record<Mark, IconName>> = {
  present: 'check',
  late: 'waiting',
  'left-early': 'back',
  excused: 'envelope',
  absent: 'close',
  remote: 'link',
};

/** What was chosen for somebody: a mark, or to see all that was said of them. */
export class ChoiceEvent extends Event {
  constructor(readonly choice: Mark | 'details') {
    super('choice');
  }
}

/** The ⋮ button of somebody on the sheet, and what can be said of them. Fires `choice`. */
export class MarkMenu extends MenuButton {
  static override properties = {
    ...MenuButton.properties,
    entry: { attribute: false },
    hasMarks: { attribute: false },
  };

  declare locale: AttendanceLocale;
  declare entry: ShownEntry;
  /** Whether something can be marked. */
  declare hasMarks: boolean;

  /** For who is marked already: the next tap asks. */
  open(): void {
    this.renderRoot.querySelector<HTMLElement>('#menu')?.showPopover();
  }

  protected override face(): MenuFace {
    const label = this.locale.text('presence.menuOf', { name: nameInText(this.entry.user) });
    return { label, icon: 'more', isLabelled: false };
  }

  protected override heading(): string {
    return nameInText(this.entry.user);
  }

  protected override items(): readonly MenuItem[] {
    const { locale } = this;
    const choose = (choice: Mark | 'details') => () => void this.dispatchEvent(new ChoiceEvent(choice));
    const details = {
      label: locale.text('presence.details'),
      icon: 'list',
      choose: choose('details'),
    } as const;
    if (!this.hasMarks) return [details];
    const choices = marks.map((mark) => ({
      ...{ label: locale.text(`mark.${mark}`), icon: markIcons[mark], choose: choose(mark) },
    }));
    return [...choices, details];
  }
}

customElements.define('mark-menu', MarkMenu);
