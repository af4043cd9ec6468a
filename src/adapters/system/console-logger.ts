import type { Logger } from '../../ports/logger.js';

/** Stands in for a host that keeps no log: what somebody has to look at is on the console, a line each. */
export class ConsoleLogger implements Logger {
  info(): void {}

  warn(values: object, message: string): void {
    console.warn(lineOf(values, message));
  }

  error(values: object, message: string): void {
    console.error(lineOf(values, message));
  }
}

function lineOf(values: object, message: string): string {
  return `seances: ${message}: ${JSON.stringify(values)}`;
}
