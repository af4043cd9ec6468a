import type { Logger } from '../../ports/logger.js';

/** From the least to the most urgent. */
export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;

export type LogLevel = (typeof logLevels)[number];

/**
 * Stands in for a host that keeps no log: what somebody has to look at is on the console, a line each. A program of its own
 * may have it write more, or less.
 */
export class ConsoleLogger implements Logger {
  constructor(private readonly least: LogLevel = 'warn') {}

  debug(values: object, message: string): void {
    this.write('debug', values, message);
  }

  info(values: object, message: string): void {
    this.write('info', values, message);
  }

  warn(values: object, message: string): void {
    this.write('warn', values, message);
  }

  error(values: object, message: string): void {
    this.write('error', values, message);
  }

  private write(level: Exclude<LogLevel, 'silent'>, values: object, message: string): void {
    if (logLevels.indexOf(level) >= logLevels.indexOf(this.least))
      console[level](`seances: ${message}: ${JSON.stringify(values)}`);
  }
}
