/** What of a browser's page controllers listen to, in place of one: for the tests of one `describe`. */
export class FakePage extends EventTarget {
  /** How high the window is, in pixels. */
  innerHeight = 600;
  readonly #frames: (() => void)[] = [];

  /** Runs what waits for the next frame. */
  paint(): void {
    for (const run of this.#frames.splice(0)) run();
  }

  /** Puts the page in the place of Node's globals, which have none of it, before each test. */
  static forEach(): { current: FakePage } {
    const there = { current: new FakePage() };
    const before = new Map<string, PropertyDescriptor | undefined>();
    beforeEach(() => {
      const page = (there.current = new FakePage());
      for (const [name, value] of Object.entries(page.#globals())) {
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
    return there;
  }

  #globals(): Readonly<Record<string, unknown>> {
    return {
      innerHeight: this.innerHeight,
      addEventListener: this.addEventListener.bind(this),
      removeEventListener: this.removeEventListener.bind(this),
      matchMedia: () => Object.assign(new EventTarget(), { matches: false }),
      requestAnimationFrame: (run: () => void) => this.#frames.push(run),
      cancelAnimationFrame: () => undefined,
      ResizeObserver: class {
        observe = () => undefined;
        disconnect = () => undefined;
      },
      getComputedStyle: () => ({ marginBlockEnd: '0px' }),
    };
  }
}
