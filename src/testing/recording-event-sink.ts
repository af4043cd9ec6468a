import { EventSink, type PluginEvent } from '../ports/event-sink.js';

/** Keeps what is delivered, each event once however often it comes. */
export class RecordingEventSink extends EventSink {
  readonly #events = new Map<string, PluginEvent>();
  #failuresLeft = 0;

  get events(): readonly PluginEvent[] {
    return [...this.#events.values()];
  }

  /** Fails the next deliveries, as a host that is down does. */
  failNext(times: number): void {
    this.#failuresLeft = times;
  }

  override async deliver(event: PluginEvent): Promise<void> {
    if (this.#failuresLeft > 0) {
      this.#failuresLeft -= 1;
      return Promise.reject(new Error('This event sink is down.'));
    }
    if (!this.#events.has(event.id)) this.#events.set(event.id, event);
    return Promise.resolve();
  }
}
