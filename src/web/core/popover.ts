import { lookOnce, type Unseen } from './sight.js';

const margin = 8;
const distance = 4;
/** Those that go with their buttons when the window gets another size, as when a phone is turned. */
const following = new WeakSet<HTMLElement>();

/**
 * For `beforetoggle` and `toggle` of a popover: whether its content should be there. When it opens, it is put beside its
 * button before anything is painted, and the focus on the first thing in it. When it has closed, and nothing else took
 * the focus, that goes back to the button.
 */
export function isUnfolded(button: HTMLElement, event: ToggleEvent): boolean {
  const popover = event.target as HTMLElement;
  const isOpening = event.newState === 'open';
  if (event.type === 'toggle') {
    if (!isOpening && hasFocus(popover)) button.focus();
    return isOpening;
  }
  if (isOpening) {
    void lookOnce().then((unseen) => {
      place(popover, button, unseen);
      follow(popover, button);
      popover.querySelector<HTMLElement>('button, input')?.focus();
    });
  }
  return true;
}

/** Also when it is hidden already: browsers move the focus out of what is hidden, to nowhere, only when they paint. */
function hasFocus(element: HTMLElement): boolean {
  const root = element.getRootNode() as ShadowRoot;
  return document.activeElement === document.body || element.contains(root.activeElement);
}

/** Puts it beside its button again whenever the window gets another size, as long as it is open. */
function follow(popover: HTMLElement, button: HTMLElement): void {
  if (following.has(popover)) return;
  following.add(popover);
  const again = (): void => {
    if (popover.matches(':popover-open')) {
      void lookOnce().then((unseen) => place(popover, button, unseen));
      return;
    }
    following.delete(popover);
    removeEventListener('resize', again);
  };
  addEventListener('resize', again);
}

/** Below the button if there is room, inside what is seen, and moving with the page when it is scrolled. */
function place(popover: HTMLElement, button: HTMLElement, unseen: Unseen): void {
  const anchor = button.getBoundingClientRect();
  const box = popover.getBoundingClientRect();
  const below = anchor.bottom + distance;
  const fits = below + box.height + margin <= innerHeight - unseen.below;
  const top = fits ? below : Math.max(unseen.above + margin, anchor.top - box.height - distance);
  const left = Math.max(margin, Math.min(anchor.right - box.width, innerWidth - box.width - margin));
  popover.style.top = `${top + scrollY}px`;
  popover.style.left = `${left + scrollX}px`;
}
