import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { RequestFailure } from './request-failure.js';

type Send<T> = (signal: AbortSignal) => Promise<T>;

/**
 * Loads something for an element, a request at a time: a new one gives up the one before, and so does the element when
 * it goes. The last answer stays until the next is there.
 */
export class Loader<T> implements ReactiveController {
  answer: T | undefined;
  failure: RequestFailure | undefined;
  isLoading = false;
  readonly #host: ReactiveControllerHost;
  #request: AbortController | undefined;
  /** What is under way, or was when the element went. */
  #send: Send<T> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** An element that was moved on its page asks again for what it gave up. */
  hostConnected(): void {
    if (this.#send && !this.#request) void this.load(this.#send);
  }

  hostDisconnected(): void {
    this.#giveUp();
  }

  /**
   * True once the answer is there; false when there was none, or when something else was asked meanwhile.
   *
   * @param pause how long to wait for another request before this one is sent, in milliseconds.
   */
  async load(send: Send<T>, pause = 0): Promise<boolean> {
    this.#giveUp();
    const request = new AbortController();
    this.#request = request;
    this.#send = send;
    this.isLoading = true;
    this.#host.requestUpdate();
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
    if (this.#request !== request) return false;
    try {
      const answer = await send(request.signal);
      if (this.#request === request) this.put(answer);
    } catch (error) {
      if (this.#request === request) this.#settle(this.answer, RequestFailure.of(error));
    }
    return this.#request === request && this.failure === undefined;
  }

  /** Keeps what became of the answer in the meantime, as if it had been asked for. */
  put(answer: T): void {
    this.#settle(answer, undefined);
  }

  /** Nothing is asked any more, and nothing was answered. */
  clear(): void {
    this.#giveUp();
    this.#settle(undefined, undefined);
  }

  #settle(answer: T | undefined, failure: RequestFailure | undefined): void {
    this.answer = answer;
    this.failure = failure;
    this.isLoading = false;
    this.#send = undefined;
    this.#host.requestUpdate();
  }

  #giveUp(): void {
    this.#request?.abort();
    this.#request = undefined;
  }
}
