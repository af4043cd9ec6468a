import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A list of at most so many rows is all there, as the page sizes that are numbers are. */
const allThere = 100;

/** How far above and below the window rows are kept, in pixels. */
const margin = 500;

/** How high a row counts as until one was measured, in pixels. */
const firstGuess = 48;

/** A row that is there, or a stretch of rows that are not. */
export type Slot =
  | { readonly index: number; readonly key: string }
  | {
      /** Pixels that the missing rows take. */
      readonly gap: number;
      readonly key: string;
    };

/**
 * Which rows of a long table are in the document: those near the window, the first and the last, so that the tab key
 * comes in at either end, and the row that last had the focus with its neighbours, so that nobody loses their place.
 * Rows are measured while they are there; the others count as their average. When the page is printed, all are there.
 */
export class VirtualRows implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #printing = matchMedia('print');
  readonly #resizes = new ResizeObserver(() => this.#onResize());
  #heights = new Map<string, number>();
  #average: number | undefined;
  #widths: readonly number[] = [];
  #width = 0;
  /** What of the rows is near the window, in pixels from the top of the first. */
  #near = { from: -margin, to: innerHeight + margin };
  #pinned: string | undefined;
  #frame = 0;
  #showsAll = false;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#resizes.observe(this.#host);
    // Whatever it is that scrolls, the window or something around the tool.
    addEventListener('scroll', this.#onScroll, { capture: true, passive: true });
    addEventListener('resize', this.#onScroll);
    addEventListener('beforeprint', this.#onPrint);
    addEventListener('afterprint', this.#onPrint);
    this.#printing.addEventListener('change', this.#onPrint);
  }

  hostDisconnected(): void {
    this.#resizes.disconnect();
    removeEventListener('scroll', this.#onScroll, { capture: true });
    removeEventListener('resize', this.#onScroll);
    removeEventListener('beforeprint', this.#onPrint);
    removeEventListener('afterprint', this.#onPrint);
    this.#printing.removeEventListener('change', this.#onPrint);
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  hostUpdated(): void {
    this.#onScroll();
  }

  /** True while the page is being printed, and all that there is goes on the paper. */
  get isPrinting(): boolean {
    return this.#showsAll;
  }

  /** True when rows of a list of so many are left out. */
  leavesOut(count: number): boolean {
    return count > allThere && !this.#showsAll;
  }

  /**
   * Of the columns, in pixels: those that the first rows made. Without them they would move with every row that comes
   * and goes. Empty before, and where there are no columns.
   */
  get widths(): readonly number[] {
    return this.#widths;
  }

  /** What was measured no longer holds: there are other columns, or other room for them. */
  forget(): void {
    this.#heights = new Map();
    this.#average = undefined;
    this.#widths = [];
  }

  /** Keeps this row, instead of the one before, until the next one. */
  pin(id: string): void {
    if (this.#pinned === id) return;
    this.#pinned = id;
    this.#host.requestUpdate();
  }

  /** What the table is made of, from top to bottom. @param ids of all rows, in order. */
  slots(ids: readonly string[]): readonly Slot[] {
    if (!this.leavesOut(ids.length)) return ids.map((key, index) => ({ index, key }));
    const isKept = this.#kept(ids);
    const slots: Slot[] = [];
    let [top, gap] = [0, 0];
    ids.forEach((key, index) => {
      const height = this.#heightOf(key);
      const isNear = top + height > this.#near.from && top < this.#near.to;
      top += height;
      if (!isNear && !isKept(index)) {
        gap += height;
        return;
      }
      if (gap > 0) slots.push({ gap, key: `before ${key}` });
      gap = 0;
      slots.push({ index, key });
    });
    return slots;
  }

  /** The first, the last, and those around the pinned one. */
  #kept(ids: readonly string[]): (index: number) => boolean {
    const pinned = this.#pinned === undefined ? -1 : ids.indexOf(this.#pinned);
    return (index) =>
      index === 0 || index === ids.length - 1 || (pinned >= 0 && Math.abs(index - pinned) <= 1);
  }

  #heightOf(id: string): number {
    return this.#heights.get(id) ?? this.#average ?? firstGuess;
  }

  readonly #onScroll = (): void => {
    // The elements inside the rows have drawn themselves by then.
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#look();
    });
  };

  #look(): void {
    const body = this.#host.shadowRoot?.querySelector('tbody.virtual');
    // What is hidden has no size to go by.
    if (!body || this.#host.clientWidth === 0) return;
    this.#measure(body);
    const from = -body.getBoundingClientRect().top - margin;
    const to = from + innerHeight + 2 * margin;
    const { from: before, to: beforeTo } = this.#near;
    if (Math.max(Math.abs(from - before), Math.abs(to - beforeTo)) < margin / 2) return;
    this.#near = { from, to };
    this.#host.requestUpdate();
  }

  #measure(body: Element): void {
    const rows = [...body.querySelectorAll<HTMLElement>('tr[data-id]')];
    const [first] = rows;
    if (!first) return;
    const distance = Number.parseFloat(getComputedStyle(first).marginBlockEnd);
    let sum = 0;
    for (const row of rows) {
      const height = row.getBoundingClientRect().height + distance;
      this.#heights.set(row.dataset['id'] ?? '', height);
      sum += height;
    }
    // Only once: what it counts for below and above would move with every row otherwise.
    if (this.#average !== undefined) return;
    this.#average = sum / rows.length;
    const head = this.#host.shadowRoot?.querySelectorAll<HTMLElement>('th') ?? [];
    // A column that there is no room for takes none, and has no width to keep.
    this.#widths = [...head].map((cell) => cell.getBoundingClientRect().width).filter((width) => width > 0);
    this.#host.requestUpdate();
  }

  /** Rows break into other lines. */
  #onResize(): void {
    const width = this.#host.clientWidth;
    if (width === 0 || width === this.#width) return;
    this.#width = width;
    this.forget();
    this.#host.requestUpdate();
  }

  readonly #onPrint = (event: Event): void => {
    this.#showsAll = event.type === 'beforeprint' || this.#printing.matches;
    this.#host.requestUpdate();
  };
}
