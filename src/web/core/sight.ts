/** How much of the window its reader does not see, in pixels, from its top and from its bottom on. */
export interface Unseen {
  readonly above: number;
  readonly below: number;
}

const nothingUnseen: Unseen = { above: 0, below: 0 };

/** How long to wait from one look to the next, in milliseconds: so late what is kept in sight follows the reader. */
const pause = 100;

/** As high as what is kept in sight has room at least, in pixels, also where the reader sees less. */
const leastRoom = 240;

/**
 * Whether the page is in another one. Its window may then be as high as all that there is in it, and the reader sees a part
 * of that, which the page around scrolls.
 */
export function isFramed(): boolean {
  return window.parent !== window;
}

/**
 * Tells again and again what the reader does not see, until the function that it returns is called. In a window that is all
 * to be seen it tells nothing.
 */
export function watchSight(tell: (unseen: Unseen) => void): () => void {
  if (!isFramed()) return () => undefined;
  const window = wholeWindow();
  let next = 0;
  // Of another page nothing is told, neither its scrolling nor its size, but how much of something can be seen through all
  // of them. That is told when somebody begins to look.
  const observer = new IntersectionObserver((entries) => {
    observer.unobserve(window);
    next = setTimeout(() => observer.observe(window), pause);
    tell(entries.map(unseenIn).at(-1) ?? nothingUnseen);
  });
  observer.observe(window);
  return () => {
    observer.disconnect();
    clearTimeout(next);
    window.remove();
  };
}

/** What the reader does not see now; with the next frame that is drawn. */
export function lookOnce(): Promise<Unseen> {
  if (!isFramed()) return new Promise((resolve) => requestAnimationFrame(() => resolve(nothingUnseen)));
  return new Promise((resolve) => {
    const stop = watchSight((unseen) => {
      stop();
      resolve(unseen);
    });
  });
}

/**
 * Has style sheets inside `element`, which is then put on the page, know what is not seen, as `--_above` and `--_below`. It
 * ends when the element goes with what is around it.
 *
 * @returns once they do, what ends it.
 */
export function keepInSight(element: HTMLElement): Promise<() => void> {
  if (!isFramed()) return Promise.resolve(() => undefined);
  return new Promise((resolve) => {
    let isFirst = true;
    const stop = watchSight(({ above, below }) => {
      if (!isFirst && !element.isConnected) stop();
      isFirst = false;
      element.style.setProperty('--_above', `${above}px`);
      element.style.setProperty('--_below', `${below}px`);
      resolve(stop);
    });
  });
}

/** Something as large as the window, whatever there is in it. */
function wholeWindow(): HTMLElement {
  const element = document.createElement('div');
  element.style.cssText = 'position: fixed; inset: 0; visibility: hidden; pointer-events: none';
  document.body.append(element);
  return element;
}

/** Where little is seen, there is room all the same; where nothing is, it is as if all were. */
function unseenIn({
  boundingClientRect: whole,
  intersectionRect: seen,
}: Pick<IntersectionObserverEntry, 'boundingClientRect' | 'intersectionRect'>): Unseen {
  if (seen.height === 0) return nothingUnseen;
  const [above, below] = [seen.top - whole.top, whole.bottom - seen.bottom];
  const lack = Math.max(0, leastRoom - seen.height);
  const lower = Math.max(0, below - lack);
  return { above: Math.max(0, above - (lack - (below - lower))), below: lower };
}
