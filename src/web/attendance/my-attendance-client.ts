import type { Http } from '../core/http.js';
import type { Attendance } from './attendance.js';
import type { MyAttendance } from './my-attendance.js';

/** What is written down of the reader. Fails as `SeancesClient`. */
export class MyAttendanceClient {
  readonly #http: Http;
  readonly #space: string;

  /** @param space the path of the space. */
  constructor(http: Http, space: string) {
    this.#http = http;
    this.#space = space;
  }

  /** Of one séance: a learner finds themselves in it, and nobody else. */
  ofSeance(id: string, signal?: AbortSignal): Promise<Attendance> {
    return this.#http.get(`${this.#space}/seances/${encodeURIComponent(id)}/attendance`, { signal });
  }

  /** Of all séances, in every space. */
  list(page: number, size: number, signal?: AbortSignal): Promise<MyAttendance> {
    const query = new URLSearchParams({ page: String(page), size: String(size) });
    return this.#http.get('/me/attendance', { query, signal });
  }
}
