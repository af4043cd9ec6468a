import { readJson, type Http } from '../core/http.js';
import { RequestFailure } from '../core/request-failure.js';
import type { Space } from '../wire.gen.js';
import type { CheckInSeance, Ticket } from './check-in.js';
import { dropTicket, keepTicket, ownDevice } from './check-in-ticket.js';

/** Who checks in. */
export type Reader = Space['actor'];

/** Checks somebody in. Methods throw a `RequestFailure` for what is refused or cannot be done. */
export class CheckInClient {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /** Exchanges a code for a ticket, which this browser keeps: nobody need be signed in. */
  async exchange(code: string): Promise<Ticket> {
    const body = { code, device: ownDevice() };
    const ticket = await readJson<Ticket>(await this.#http.send('POST', '/check-in', { body }));
    keepTicket(ticket);
    return ticket;
  }

  /** Who is signed in and may open the space of a ticket. */
  async reader({ seance }: Ticket, signal?: AbortSignal): Promise<Reader> {
    return (await this.#http.get<Space>(`/spaces/${encodeURIComponent(seance.spaceId)}`, { signal })).actor;
  }

  /** Has it count. @param signature what was drawn; empty for who signs in words, or where nobody signs. */
  async confirm({ ticket }: Ticket, signature: string): Promise<CheckInSeance> {
    const body = { ticket, ...(signature && { signature }) };
    try {
      const answer = await readJson<{ readonly seance: CheckInSeance }>(
        await this.#http.send('POST', '/check-in/confirm', { body }),
      );
      dropTicket();
      return answer.seance;
    } catch (error) {
      if (isOver(error)) dropTicket();
      throw error;
    }
  }
}

/** Whether a code or a ticket counts no more. */
export function isOver(error: unknown): boolean {
  return error instanceof RequestFailure && error.code === 'code-expired';
}
