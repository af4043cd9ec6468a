/** The same object as long as it says the same, so that nothing is drawn or loaded again for an equal one. */
export class Stable<T> {
  #last: T | undefined;

  of(value: T): T {
    if (this.#last === undefined || JSON.stringify(value) !== JSON.stringify(this.#last)) this.#last = value;
    return this.#last;
  }
}
