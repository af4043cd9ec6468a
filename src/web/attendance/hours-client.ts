import type { Http } from '../core/http.js';
import type { SessionHours } from './my-attendance.js';

/** From one day to another, `YYYY-MM-DD`, both inclusive; empty where it has no end. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

export const hoursFormats = ['xlsx', 'csv', 'pdf'] as const;
export type HoursFormat = (typeof hoursFormats)[number];

/** The hours of a session. Fails as `SeancesClient`. */
export class HoursClient {
  readonly #http: Http;
  readonly #space: string;

  /** @param space the path of the space. */
  constructor(http: Http, space: string) {
    this.#http = http;
    this.#space = space;
  }

  of(session: string, period: Period, signal?: AbortSignal): Promise<SessionHours> {
    return this.#http.get(`${this.#space}/attendance`, { query: queryOf(session, period), signal });
  }

  /** The same as a file; as PDF the sheets themselves, blank where nothing is marked yet. */
  file(session: string, period: Period, format: HoursFormat): Promise<Response> {
    return this.#http.file(`${this.#space}/attendance.${format}`, queryOf(session, period));
  }
}

function queryOf(session: string, { from, to }: Period): URLSearchParams {
  return new URLSearchParams({ session, ...(from && { from }), ...(to && { to }) });
}
