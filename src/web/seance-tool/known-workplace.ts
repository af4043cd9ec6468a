import type { Workplace } from '../space/workplace.js';

/** The same workplace as long as what is in it is the same: another one has everything loaded again. */
export class KnownWorkplace {
  #known: Workplace | undefined;

  of(at: Workplace): Workplace {
    const known = this.#known;
    const names = Object.keys(at) as (keyof Workplace)[];
    if (known && names.every((name) => known[name] === at[name])) return known;
    this.#known = at;
    return at;
  }

  forget(): void {
    this.#known = undefined;
  }
}
