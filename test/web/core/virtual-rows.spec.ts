import { expect } from 'chai';
import type { ReactiveControllerHost } from 'lit';
import { VirtualRows, type Slot } from '../../../src/web/core/virtual-rows.js';
import { FakeHost } from '../fake-host.js';
import { FakePage } from '../fake-page.js';

const ids = Array.from({ length: 1_000 }, (_, index) => `row${index}`);

/** A table whose rows are 40 pixels high, scrolled so far. */
class FakeTable extends FakeHost {
  readonly clientWidth = 800;
  scrolled = 0;
  /** The ids of the rows that are in the document. */
  drawn: readonly string[] = [];
  readonly shadowRoot = {
    querySelector: () => ({
      getBoundingClientRect: () => ({ top: -this.scrolled }),
      querySelectorAll: () =>
        this.drawn.map((id) => ({ dataset: { id }, getBoundingClientRect: () => ({ height: 40 }) })),
    }),
    querySelectorAll: () => [100, 200].map((width) => ({ getBoundingClientRect: () => ({ width }) })),
  };
}

const rowsOf = (slots: readonly Slot[]) => slots.flatMap((slot) => ('index' in slot ? [slot.index] : []));
const heightOf = (slots: readonly Slot[]) =>
  slots.reduce((height, slot) => height + ('gap' in slot ? slot.gap : 40), 0);

describe('The rows of a long table', () => {
  const page = FakePage.forEach();
  let host: FakeTable;
  let rows: VirtualRows;

  beforeEach(() => {
    host = new FakeTable();
    rows = new VirtualRows(host as unknown as ReactiveControllerHost & HTMLElement);
    host.connect();
  });

  const draw = (): readonly Slot[] => {
    const slots = rows.slots(ids);
    host.drawn = rowsOf(slots).map((index) => ids[index] ?? '');
    host.update();
    page.current.paint();
    return slots;
  };

  /** Until nothing changes any more. */
  const scrollTo = (scrolled: number): readonly Slot[] => {
    host.scrolled = scrolled;
    page.current.dispatchEvent(new Event('scroll'));
    page.current.paint();
    draw();
    return draw();
  };

  it('are all there when they are a hundred at most', () => {
    expect(rowsOf(rows.slots(ids.slice(0, 100)))).to.have.length(100);
    expect(rows.leavesOut(100)).to.equal(false);
  });

  it('are there near the window, with the last, and a gap for the others', () => {
    const slots = draw();
    const shown = rowsOf(slots);
    expect(shown.length).to.be.lessThan(40);
    expect(shown[0]).to.equal(0);
    expect(shown.at(-1)).to.equal(999);
    expect(slots.filter((slot) => 'gap' in slot)).to.have.length(1);
  });

  it('keep their height in all, once a row was measured, wherever one scrolls', () => {
    draw();
    for (const scrolled of [0, 4_000, 20_000, 39_000]) {
      expect(heightOf(scrollTo(scrolled)), String(scrolled)).to.equal(40_000);
    }
  });

  it('follow the window: what one looks at is there, and the first and the last still are', () => {
    draw();
    const shown = rowsOf(scrollTo(20_000));
    expect(shown).to.include.members([0, 500, 510, 999]);
    expect(shown).not.to.include(100);
  });

  it('keep the row that had the focus, with its neighbours', () => {
    draw();
    rows.pin('row300');
    expect(rowsOf(scrollTo(20_000))).to.include.members([299, 300, 301]);
    rows.pin('row700');
    expect(rowsOf(draw())).not.to.include(300);
  });

  it('are drawn again for a pinned row only when it is another', () => {
    rows.pin('row1');
    const { updates } = host;
    rows.pin('row1');
    expect(host.updates).to.equal(updates);
  });

  it('hold their columns as the first rows made them, until there are others', () => {
    expect(rows.widths).to.deep.equal([]);
    draw();
    expect(rows.widths).to.deep.equal([100, 200]);
    rows.forget();
    expect(rows.widths).to.deep.equal([]);
  });

  it('are all there on paper', () => {
    page.current.dispatchEvent(new Event('beforeprint'));
    expect(rowsOf(rows.slots(ids))).to.have.length(1_000);
    page.current.dispatchEvent(new Event('afterprint'));
    expect(rowsOf(rows.slots(ids)).length).to.be.lessThan(40);
  });

  it('listen to the page no longer than their table is in it', () => {
    host.disconnect();
    const { updates } = host;
    page.current.dispatchEvent(new Event('beforeprint'));
    expect(host.updates).to.equal(updates);
  });
});
