import assert from 'node:assert/strict';
import { parseTimeZone } from '../../domain/time/time-zone.js';
import type { Contact, Contacts } from '../../ports/contacts.js';
import type { HostPromise, HostUnderTest } from '../host-promise.js';
import { isLocale } from './locale.js';
import { unknownId } from './unknown-id.js';

/** One address, without a name and without a second one. */
const addressAlone = /^[^\s@,;<>]+@[^\s@,;<>]+$/;

/** What a host promises about where its users are written to, if it says so. */
export const contactPromises: readonly HostPromise[] = [
  {
    port: 'contacts',
    title: 'gives those of the users who are asked for, each once, and leaves out whom it does not know',
    needs: 'contactId',
    async check(host, { contactId = '' }) {
      const contacts = contactsOf(host);
      assert.deepEqual(idsOf(await contacts.of([unknownId, contactId])), [contactId]);
      assert.deepEqual(idsOf(await contacts.of([contactId, contactId])), [contactId]);
      assert.deepEqual(await contacts.of([]), []);
    },
  },
  {
    port: 'contacts',
    title: 'gives one address, without a name, and as far as known a BCP 47 locale and an IANA time zone',
    needs: 'contactId',
    async check(host, { contactId = '' }) {
      const [contact] = await contactsOf(host).of([contactId]);
      assert.ok(contact, `"${contactId}" is not known`);
      const { address = '', locale, timeZone } = contact;
      assert.match(address, addressAlone, `"${address}" is not one address`);
      assert.ok(locale === undefined || isLocale(locale), `"${locale}" is not a BCP 47 tag`);
      assert.ok(timeZone === undefined || parseTimeZone(timeZone), `"${timeZone}" is not an IANA zone`);
    },
  },
  {
    port: 'contacts',
    title: 'takes 1,000 ids at a time',
    needs: 'contactId',
    async check(host, { contactId = '' }) {
      const strangers = Array.from({ length: 999 }, (_, index) => `${unknownId}-${index}`);
      assert.deepEqual(idsOf(await contactsOf(host).of([...strangers, contactId])), [contactId]);
    },
  },
];

function contactsOf({ contacts }: HostUnderTest<never>): Contacts {
  assert.ok(contacts, 'the host has no contacts');
  return contacts;
}

function idsOf(contacts: readonly Contact[]): readonly string[] {
  return contacts.map(({ userId }) => userId);
}
