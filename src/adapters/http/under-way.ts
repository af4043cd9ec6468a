/** The requests that are being answered, so that a process which ends can wait for them. */
export class UnderWay {
  private readonly answers = new Set<Promise<unknown>>();
  private ending = false;

  /** True once the process ends: whoever sends requests here had better send them elsewhere. */
  get isEnding(): boolean {
    return this.ending;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    const answer = work();
    this.answers.add(answer);
    try {
      return await answer;
    } finally {
      this.answers.delete(answer);
    }
  }

  /** Resolves when every request is answered, those that still arrive meanwhile among them. */
  async end(): Promise<void> {
    this.ending = true;
    while (this.answers.size > 0) await Promise.allSettled(this.answers);
  }
}
