import type { LitElement, ReactiveController } from 'lit';
import { daysBetween, type Day } from '../time/days.js';
import type { Span } from '../time/span.js';
import { minutesOfDay } from '../time/wall-time.js';
import type { Grip } from './calendar-context.js';
import { drawn, grain, moved, resized } from './calendar-move.js';

/** What is done while something is dragged, and when it is let go. */
export interface DragTarget extends LitElement {
  /** How high a minute is, in pixels; 0 where the height says nothing about time. */
  readonly minuteHeight: number;
  drag(span: Span): void;
  drop(): void;
  giveUp(): void;
}

interface Hold {
  readonly span: Span;
  readonly grip: Grip;
  readonly x: number;
  readonly y: number;
  readonly day: Day | undefined;
}

/** A hand shakes: what moves less is a click. */
const threshold = 5;

/**
 * Follows a mouse or a pen that has got hold of a séance, or of an empty place. A finger scrolls: with it, the form is
 * there to use.
 */
export class DragController implements ReactiveController {
  readonly #host: DragTarget;
  #hold: Hold | undefined;
  /** True from the first move until after the click that the browser makes of letting go. */
  isDragging = false;

  constructor(host: DragTarget) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#end();
  }

  grab(event: PointerEvent, span: Span, grip: Grip): void {
    if (event.button !== 0 || event.pointerType === 'touch' || this.#hold) return;
    const { clientX: x, clientY: y } = event;
    this.#hold = { span, grip, x, y, day: this.#dayAt(x, y) };
    this.isDragging = false;
    addEventListener('pointermove', this.#move);
    addEventListener('pointerup', this.#release);
    addEventListener('pointercancel', this.#cancel);
    addEventListener('keydown', this.#key, true);
  }

  readonly #move = (event: PointerEvent): void => {
    const hold = this.#hold;
    if (!hold) return;
    const [right, down] = [event.clientX - hold.x, event.clientY - hold.y];
    if (!this.isDragging && Math.hypot(right, down) < threshold) return;
    this.isDragging = true;
    this.#host.drag(this.#spanAt(hold, event, down));
  };

  #spanAt({ span, grip, day: from }: Hold, { clientX, clientY }: PointerEvent, down: number): Span {
    const { minuteHeight } = this.#host;
    const isTimed = grip !== 'days' && minuteHeight > 0;
    const minutes = isTimed ? Math.round(down / minuteHeight / grain) * grain : 0;
    if (grip === 'end') return resized(span, minutes);
    if (grip === 'new') return drawn(span.start, minutes);
    const to = this.#dayAt(clientX, clientY);
    const days = from === undefined || to === undefined ? 0 : daysBetween(from, to);
    return moved(span, minutes + days * minutesOfDay);
  }

  readonly #release = (): void => {
    const { isDragging } = this;
    this.#end();
    if (!isDragging) return;
    this.#host.drop();
    // The click comes after this event, if it comes at all.
    setTimeout(() => (this.isDragging = false));
  };

  readonly #cancel = (): void => {
    this.#end();
    this.isDragging = false;
    this.#host.giveUp();
  };

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.#cancel();
  };

  #end(): void {
    this.#hold = undefined;
    removeEventListener('pointermove', this.#move);
    removeEventListener('pointerup', this.#release);
    removeEventListener('pointercancel', this.#cancel);
    removeEventListener('keydown', this.#key, true);
  }

  /** The day whose column or cell the pointer is over. */
  #dayAt(x: number, y: number): Day | undefined {
    const places = [...this.#host.renderRoot.querySelectorAll<HTMLElement>('[data-day]')];
    return places.find((place) => {
      const { left, right, top, bottom } = place.getBoundingClientRect();
      return left <= x && x < right && top <= y && y < bottom;
    })?.dataset['day'];
  }
}
