import { oneOf, wholeNumber } from '../src/server/environment.js';
import type { DemoMail } from './mail.js';

/** How the demo is started. */
export interface Environment {
  readonly port: number;
  /** `sqlite:FILE` or `mysql://…`. */
  readonly databaseUrl: string;
  /** How many séances session demo-2026 is filled with. */
  readonly seedSize: number;
  /** The least that is logged, such as `info`, which has a line for each request. */
  readonly logLevel: string;
  /** Undefined when mails are shown in the outbox only. */
  readonly mail?: DemoMail;
  /** The service that closed presence is stamped by; undefined when it is not. */
  readonly timeStamps?: string;
}

/** @throws Error that names the variable, when its value cannot be used. */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  const url = variables['SMTP_URL'];
  const timeStamps = variables['TSA_URL'];
  const from = variables['MAIL_FROM'] || 'Séances <seances@example.org>';
  return {
    port: wholeNumber('PORT', variables['PORT'], 3000, 65_535),
    databaseUrl: variables['DATABASE_URL'] || 'sqlite:seances.sqlite',
    seedSize: wholeNumber('SEED_SIZE', variables['SEED_SIZE'], 52, 1_000_000),
    logLevel: oneOf('LOG_LEVEL', variables['LOG_LEVEL'] || 'warn', logLevels),
    ...(url && { mail: { url, from } }),
    ...(timeStamps && { timeStamps }),
  };
}

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'];
