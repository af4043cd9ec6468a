import { expect } from 'chai';
import { DragController, type DragTarget } from '../../../src/web/calendar/drag-controller.js';
import type { Grip } from '../../../src/web/calendar/calendar-context.js';
import type { Span } from '../../../src/web/time/span.js';
import { FakeHost } from '../fake-host.js';
import { FakePage } from '../fake-page.js';

const seance: Span = { start: '2026-12-07T09:00', end: '2026-12-07T10:30' };

/** Two days side by side, 100 pixels wide; a minute is one pixel high. */
class FakeCalendar extends FakeHost {
  minuteHeight = 1;
  readonly moves: Span[] = [];
  dropped = 0;
  givenUp = 0;
  readonly renderRoot = {
    querySelectorAll: () =>
      ['2026-12-07', '2026-12-08'].map((day, index) => ({
        dataset: { day },
        getBoundingClientRect: () => ({ left: index * 100, right: index * 100 + 100, top: 0, bottom: 1_440 }),
      })),
  };

  drag(move: Span): void {
    this.moves.push(move);
  }

  drop(): void {
    this.dropped += 1;
  }

  giveUp(): void {
    this.givenUp += 1;
  }
}

const pointer = (type: string, clientX: number, clientY: number, more = {}) =>
  Object.assign(new Event(type), {
    clientX,
    clientY,
    button: 0,
    pointerType: 'mouse',
    ...more,
  }) as PointerEvent;

describe('What drags a séance', () => {
  const page = FakePage.forEach();
  let host: FakeCalendar;
  let drag: DragController;

  beforeEach(() => {
    host = new FakeCalendar();
    drag = new DragController(host as unknown as DragTarget);
  });

  const grab = (grip: Grip = 'move', more = {}) =>
    drag.grab(pointer('pointerdown', 50, 540, more), seance, grip);
  const move = (x: number, y: number) => page.current.dispatchEvent(pointer('pointermove', x, y));

  it('moves it by quarters of an hour, as far as the pointer', () => {
    grab();
    move(50, 540 + 67);
    expect(host.moves.at(-1)).to.deep.include({ start: '2026-12-07T10:00', end: '2026-12-07T11:30' });
  });

  it('moves it to the day that the pointer is over', () => {
    grab();
    move(150, 540);
    expect(host.moves.at(-1)).to.deep.include({ start: '2026-12-08T09:00', end: '2026-12-08T10:30' });
  });

  it('moves its end alone by its end, and never before a quarter after its start', () => {
    grab('end');
    move(50, 570);
    expect(host.moves.at(-1)).to.deep.include({ start: seance.start, end: '2026-12-07T11:00' });
    move(150, 0);
    expect(host.moves.at(-1)).to.deep.include({ start: seance.start, end: '2026-12-07T09:15' });
  });

  it('moves whole days where heights say nothing about time', () => {
    host.minuteHeight = 0;
    grab();
    move(150, 900);
    expect(host.moves.at(-1)?.start).to.equal('2026-12-08T09:00');
  });

  it('moves the days alone of what is held by them', () => {
    grab('days');
    move(150, 900);
    expect(host.moves.at(-1)?.start).to.equal('2026-12-08T09:00');
  });

  it('draws from an empty place down or up, and never less than a quarter', () => {
    grab('new');
    move(150, 540 + 62);
    expect(host.moves.at(-1)).to.deep.equal({ start: '2026-12-07T09:00', end: '2026-12-07T10:00' });
    move(50, 540 - 28);
    expect(host.moves.at(-1)).to.deep.equal({ start: '2026-12-07T08:30', end: '2026-12-07T09:00' });
    move(50, 544);
    expect(host.moves.at(-1)).to.deep.equal({ start: '2026-12-07T09:00', end: '2026-12-07T09:15' });
  });

  it('takes what moves less than a hand shakes for a click', () => {
    grab();
    move(52, 542);
    page.current.dispatchEvent(pointer('pointerup', 52, 542));
    expect(host.moves).to.deep.equal([]);
    expect(host.dropped).to.equal(0);
  });

  it('drops it where it is let go, and is dragging until after the click that this makes', async () => {
    grab();
    move(50, 600);
    page.current.dispatchEvent(pointer('pointerup', 50, 600));
    expect(host.dropped).to.equal(1);
    expect(drag.isDragging).to.equal(true);
    await new Promise((resolve) => setTimeout(resolve));
    expect(drag.isDragging).to.equal(false);
  });

  it('gives up at Escape, which does nothing else then', () => {
    grab();
    move(50, 600);
    const escape = Object.assign(new Event('keydown', { cancelable: true }), { key: 'Escape' });
    page.current.dispatchEvent(escape);
    expect(escape.defaultPrevented).to.equal(true);
    expect(host.givenUp).to.equal(1);
    move(50, 700);
    expect(host.moves).to.have.length(1);
  });

  it('leaves fingers, which scroll, and other buttons alone', () => {
    grab('move', { pointerType: 'touch' });
    grab('move', { button: 2 });
    move(150, 900);
    expect(host.moves).to.deep.equal([]);
  });

  it('lets go when the calendar goes', () => {
    grab();
    host.disconnect();
    move(150, 900);
    expect(host.moves).to.deep.equal([]);
  });
});
