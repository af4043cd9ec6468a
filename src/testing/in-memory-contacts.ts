import { Contacts, type Contact } from '../ports/contacts.js';

/** The contacts that were added. */
export class InMemoryContacts extends Contacts {
  readonly #contacts = new Map<string, Contact>();

  /** Adds a contact, or replaces the one of the same user. */
  add(contact: Contact): void {
    this.#contacts.set(contact.userId, contact);
  }

  override async of(userIds: readonly string[]): Promise<readonly Contact[]> {
    const found = [...new Set(userIds)].map((userId) => this.#contacts.get(userId));
    return Promise.resolve(found.filter((contact) => contact !== undefined));
  }
}
