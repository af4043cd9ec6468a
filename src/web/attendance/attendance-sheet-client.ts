import { readJson, type Http, type RequestParts } from '../core/http.js';
import type { Attendance, AttendanceBreak, AttendanceCorrection, ShownCheckIn, Slot } from './attendance.js';
import type { PendingMark } from './pending-marks.js';
import { ServerClock } from './server-clock.js';

/** The sheet of presence of a séance (docs/reference/http.md). Fails as `SeancesClient`. */
export class AttendanceSheetClient {
  readonly clock = new ServerClock();
  readonly #http: Http;
  readonly #seances: string;

  /** @param space the path of the space. */
  constructor(http: Http, space: string) {
    this.#http = http;
    this.#seances = `${space}/seances`;
  }

  read(seanceId: string, signal?: AbortSignal): Promise<Attendance> {
    return this.#ask('GET', this.#of(seanceId), { signal });
  }

  /** Sending the same again is harmless. @param keepalive whether it goes on when the page is left. */
  mark(seanceId: string, slot: number, marks: readonly PendingMark[], keepalive: boolean): Promise<Slot> {
    return this.#change('PUT', seanceId, `${slot}/marks`, { marks }, keepalive);
  }

  /** @param until when it ends, an instant; what was set before, or the end of the half-day, when absent. */
  openCheckIn(seanceId: string, slot: number, until?: string): Promise<ShownCheckIn> {
    return this.#change('POST', seanceId, `${slot}/check-in`, { open: true, ...(until && { until }) });
  }

  closeCheckIn(seanceId: string, slot: number): Promise<ShownCheckIn> {
    return this.#change('POST', seanceId, `${slot}/check-in`, { open: false });
  }

  /** @param signature path data; in words when absent. */
  close(seanceId: string, slot: number, signature?: string): Promise<Slot> {
    return this.#change('POST', seanceId, `${slot}/close`, signature ? { signature } : {});
  }

  /** Changes what holds for somebody after the half-day was closed. */
  correct(seanceId: string, slot: number, correction: AttendanceCorrection): Promise<Slot> {
    return this.#change('POST', seanceId, `${slot}/corrections`, correction);
  }

  /** Adds learners of the session to the sheet of a half-day that has begun. */
  add(seanceId: string, slot: number, userIds: readonly string[]): Promise<Slot> {
    return this.#change('POST', seanceId, `${slot}/roster`, { userIds });
  }

  setBreak(seanceId: string, pause: AttendanceBreak): Promise<Attendance> {
    return this.#change('PUT', seanceId, 'break', pause);
  }

  /** The address of the sheet as PDF, for a link; undefined where one is to be asked for with each click. */
  paperAddress(seanceId: string, isBlank: boolean): string | undefined {
    return this.#http.addressOf(this.#paper(seanceId, isBlank));
  }

  /** The same for one click. */
  paperAddressOnce(seanceId: string, isBlank: boolean): Promise<string> {
    return this.#http.oneTimeAddressOf(this.#paper(seanceId, isBlank));
  }

  #paper(seanceId: string, isBlank: boolean): string {
    return `${this.#of(seanceId)}.pdf?blank=${isBlank}`;
  }

  #change<T>(
    method: 'POST' | 'PUT',
    seanceId: string,
    path: string,
    body: object,
    keepalive = false,
  ): Promise<T> {
    return this.#ask(method, `${this.#of(seanceId)}/${path}`, { body, keepalive });
  }

  async #ask<T>(method: string, address: string, parts: RequestParts): Promise<T> {
    const response = await this.#http.send(method, address, parts);
    this.clock.hear(response);
    return readJson<T>(response, parts.signal);
  }

  #of(seanceId: string): string {
    return `${this.#seances}/${encodeURIComponent(seanceId)}/attendance`;
  }
}
