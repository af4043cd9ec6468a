/** Remembers up to so many things by their key; when one more comes, it begins anew. */
export class BoundedMemory<Value> {
  private readonly known = new Map<string, Value>();

  constructor(private readonly most: number) {}

  /** What is remembered, or undefined. */
  get(key: string): Value | undefined {
    return this.known.get(key);
  }

  set(key: string, value: Value): void {
    if (this.known.size >= this.most && !this.known.has(key)) this.known.clear();
    this.known.set(key, value);
  }
}
