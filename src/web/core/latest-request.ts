import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { RequestFailure } from './request-failure.js';

/** One request at a time: a new one gives up the one before, and the last answer stays until the next is there. */
export class LatestRequest<T> implements ReactiveController {
  answer: T | undefined;
  failure: RequestFailure | undefined;
  isLoading = false;
  readonly #host: ReactiveControllerHost;
  #request: AbortController | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#giveUp();
  }

  /** @param pause how long to wait for another request before this one is sent, in milliseconds. */
  async run(send: (signal: AbortSignal) => Promise<T>, pause = 0): Promise<void> {
    this.#giveUp();
    const request = new AbortController();
    this.#request = request;
    this.isLoading = true;
    this.#host.requestUpdate();
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
    if (this.#request !== request) return;
    const [answer, failure] = await settled(send(request.signal));
    if (this.#request !== request) return;
    if (!failure) this.answer = answer;
    this.failure = failure;
    this.isLoading = false;
    this.#host.requestUpdate();
  }

  /** Nothing is asked any more, and nothing was answered. */
  clear(): void {
    this.#giveUp();
    this.answer = undefined;
    this.failure = undefined;
    this.isLoading = false;
    this.#host.requestUpdate();
  }

  #giveUp(): void {
    this.#request?.abort();
    this.#request = undefined;
  }
}

async function settled<T>(
  promise: Promise<T>,
): Promise<readonly [T | undefined, RequestFailure | undefined]> {
  try {
    return [await promise, undefined];
  } catch (error) {
    return [undefined, RequestFailure.of(error)];
  }
}
