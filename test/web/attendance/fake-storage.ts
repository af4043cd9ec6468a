/** A browser's storage in place of one, and a document that is looked at: for the tests of one `describe`. */
export class FakeStorage {
  readonly #items = new Map<string, string>();

  getItem(name: string): string | null {
    return this.#items.get(name) ?? null;
  }

  setItem(name: string, value: string): void {
    this.#items.set(name, value);
  }

  removeItem(name: string): void {
    this.#items.delete(name);
  }

  /** Puts an empty one in the place of Node's globals, which have none, before each test. */
  static forEach(): void {
    const before = new Map<string, PropertyDescriptor | undefined>();
    beforeEach(() => {
      const globals = {
        localStorage: new FakeStorage(),
        document: Object.assign(new EventTarget(), { hidden: false }),
      };
      for (const [name, value] of Object.entries(globals)) {
        before.set(name, Object.getOwnPropertyDescriptor(globalThis, name));
        Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
      }
    });
    afterEach(() => {
      for (const [name, descriptor] of before) {
        if (descriptor) Object.defineProperty(globalThis, name, descriptor);
        else Reflect.deleteProperty(globalThis, name);
      }
    });
  }
}
