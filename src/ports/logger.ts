/** Where the plugin writes what operators need to know. Values never hold secrets or what people typed. */
export abstract class Logger {
  /** What is asked again and again by machines, such as probes. Optional: without it, that is not written. */
  debug?(values: Readonly<Record<string, unknown>>, message: string): void;
  abstract info(values: Readonly<Record<string, unknown>>, message: string): void;
  abstract warn(values: Readonly<Record<string, unknown>>, message: string): void;
  abstract error(values: Readonly<Record<string, unknown>>, message: string): void;
}
