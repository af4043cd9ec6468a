/** Lets some do their work at once; the others wait, in their order. */
export class Turns {
  private readonly waiting: (() => void)[] = [];
  private working = 0;

  /** @param most how many work at once */
  constructor(private readonly most: number) {}

  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.working >= this.most) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.working += 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      // Whoever is next takes the place as it is.
      if (next) next();
      else this.working -= 1;
    }
  }
}
