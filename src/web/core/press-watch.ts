import type { ReactiveController, ReactiveElement } from 'lit';

/**
 * Knows whether a pointer is held down anywhere on the page. Browsers send a click only where it was both pressed and
 * released: what moves the page under the pointer in between takes the click away.
 */
export class PressWatch implements ReactiveController {
  #isPressed = false;
  #waiting: (() => void) | undefined;

  constructor(host: ReactiveElement) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('pointerdown', this.#onPress, true);
    addEventListener('pointerup', this.#onRelease, true);
    addEventListener('pointercancel', this.#onRelease, true);
  }

  hostDisconnected(): void {
    removeEventListener('pointerdown', this.#onPress, true);
    removeEventListener('pointerup', this.#onRelease, true);
    removeEventListener('pointercancel', this.#onRelease, true);
    this.#isPressed = false;
    this.#waiting = undefined;
  }

  /** Runs `task` now, or when the pointer is released, just before the click. Of several that wait the last counts. */
  whenReleased(task: () => void): void {
    if (this.#isPressed) this.#waiting = task;
    else task();
  }

  /** Only the main button clicks, and what other buttons open may swallow their release. */
  readonly #onPress = ({ button }: PointerEvent): void => {
    this.#isPressed = button === 0;
  };

  readonly #onRelease = (): void => {
    this.#isPressed = false;
    const task = this.#waiting;
    this.#waiting = undefined;
    task?.();
  };
}
