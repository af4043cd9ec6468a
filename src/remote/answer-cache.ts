/** Answers that are good for a while; whoever asks again meanwhile, or while one is awaited, gets the same. */
export class AnswerCache {
  private readonly kept = new Map<string, { readonly until: number; readonly answer: Promise<unknown> }>();

  /**
   * @param lasts milliseconds
   * @param most how many are kept at once
   * @param now milliseconds that only grow
   */
  constructor(
    private readonly lasts: number,
    private readonly most: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** What `ask` answers, or has answered to `question` a moment ago. A failure is not kept. */
  get<T>(question: string, ask: () => Promise<T>): Promise<T> {
    const known = this.kept.get(question);
    if (known && known.until > this.now()) return known.answer as Promise<T>;
    this.forgetOld();
    const answer = ask();
    const entry = { until: this.now() + this.lasts, answer };
    this.kept.set(question, entry);
    answer.catch(() => {
      if (this.kept.get(question) === entry) this.kept.delete(question);
    });
    return answer;
  }

  /** Makes room for one more. They are in the order in which they were asked for, and so in that in which they end. */
  private forgetOld(): void {
    for (const [question, { until }] of this.kept) {
      if (until > this.now() && this.kept.size < this.most) return;
      this.kept.delete(question);
    }
  }
}
