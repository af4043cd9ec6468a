import type { EndableMail } from '../domain/notice/notice.js';
import type { Instant } from '../domain/time/schedule.js';

/** What a link in a mail ends, for the reader of that mail. */
export interface Unsubscription {
  /** Digest of the secret in its address. */
  readonly tokenHash: string;
  readonly userId: string;
  /** Whose administrators decide what may be ended. */
  readonly platformId: string;
  readonly mail: EndableMail;
  /** BCP 47: in which language the mail was. */
  readonly locale: string;
  readonly createdAt: Instant;
}

/** The links with which people end mails. */
export abstract class UnsubscriptionRepository {
  abstract add(unsubscription: Unsubscription): Promise<void>;
  abstract find(tokenHash: string): Promise<Unsubscription | undefined>;
  /** Removes those of a user. */
  abstract removeOf(userId: string): Promise<void>;
  /** Removes what was made before `before`. @returns how many went, at most `limit`. */
  abstract removeOld(before: Instant, limit: number): Promise<number>;
}
