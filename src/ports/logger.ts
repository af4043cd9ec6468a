/** Where the plugin writes what operators need to know. Values never hold secrets or what people typed. */
export abstract class Logger {
  abstract info(values: Readonly<Record<string, unknown>>, message: string): void;
  abstract warn(values: Readonly<Record<string, unknown>>, message: string): void;
  abstract error(values: Readonly<Record<string, unknown>>, message: string): void;
}
