import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** An element as controllers see it, with nothing drawn. */
export class FakeHost implements ReactiveControllerHost {
  /** How often it was asked to draw itself again. */
  updates = 0;
  readonly updateComplete = Promise.resolve(true);
  readonly #controllers = new Set<ReactiveController>();

  addController(controller: ReactiveController): void {
    this.#controllers.add(controller);
  }

  removeController(controller: ReactiveController): void {
    this.#controllers.delete(controller);
  }

  requestUpdate(): void {
    this.updates += 1;
  }

  connect(): void {
    for (const controller of this.#controllers) controller.hostConnected?.();
  }

  disconnect(): void {
    for (const controller of this.#controllers) controller.hostDisconnected?.();
  }

  /** As after it has drawn itself. */
  update(): void {
    for (const controller of this.#controllers) controller.hostUpdated?.();
  }
}
