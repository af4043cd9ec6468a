import { type Contact, Contacts } from '../src/index.js';
import { demoTimeZone } from './spaces.js';
import { findUser } from './users.js';

/** By which server mails are sent, and from whom. */
export interface DemoMail {
  readonly url: string;
  readonly from: string;
}

/** Everybody reads their mails at an address of their id, in the language of the page that they have seen last. */
export class DemoContacts extends Contacts {
  override async of(userIds: readonly string[]): Promise<readonly Contact[]> {
    const known = [...new Set(userIds)].filter((userId) => findUser(userId) !== undefined);
    return Promise.resolve(
      known.map((userId) => ({ userId, address: `${userId}@example.org`, timeZone: demoTimeZone })),
    );
  }
}
