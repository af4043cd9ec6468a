import { expect } from 'chai';
import { checkInCodePattern } from '../../../src/domain/attendance/check-in.js';
import { typedCode } from '../../../src/web/attendance/check-in-code.js';
import {
  dropTicket,
  isTicketKept,
  keepTicket,
  ownDevice,
  waitingTicket,
} from '../../../src/web/attendance/check-in-ticket.js';
import type { Ticket } from '../../../src/web/attendance/check-in.js';

const ticket: Ticket = {
  ticket: 'seance~1~mac',
  until: '2027-03-10T09:10:00Z',
  seance: {
    ...{ id: 's', spaceId: 'demo', name: 'Atelier', start: '2027-03-10T10:00', end: '2027-03-10T11:30' },
    ...{ timeZone: 'Europe/Brussels', slot: 1, url: null },
  },
  signs: false,
};
const inTime = Date.parse('2027-03-10T09:09:00Z');

describe('A code that is typed', () => {
  it('is one in small letters, with a blank or nothing in the middle, as the server reads it', () => {
    for (const typed of ['ABCD-1234', 'abcd1234', ' AbCd 1234 ']) {
      expect(typedCode(typed)).to.equal('ABCD-1234');
      expect(checkInCodePattern.test(typed.trim())).to.equal(true);
    }
  });

  it('is none with too few or other signs', () => {
    for (const typed of ['', 'ABC-1234', 'ABCD-12345', '1234-ABCD', 'ÀBCD-1234'])
      expect(typedCode(typed), typed).to.equal(undefined);
  });
});

describe('The ticket that a browser keeps', () => {
  const stored = new Map<string, string>();
  const before = Object.getOwnPropertyDescriptor(globalThis, 'localStorage');
  const storage = {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, value: string) => stored.set(name, value),
  };
  const put = (value: unknown) =>
    Object.defineProperty(globalThis, 'localStorage', { value, configurable: true, writable: true });

  beforeEach(() => {
    stored.clear();
    put(storage);
  });
  after(() => {
    if (before) Object.defineProperty(globalThis, 'localStorage', before);
    else Reflect.deleteProperty(globalThis, 'localStorage');
  });

  it('waits until it is over, or dropped', () => {
    expect(isTicketKept()).to.equal(false);
    keepTicket(ticket);
    expect(isTicketKept()).to.equal(true);
    expect(waitingTicket(inTime)).to.deep.equal(ticket);
    expect(waitingTicket(Date.parse('2027-03-10T09:10:01Z'))).to.equal(undefined);
    dropTicket();
    expect(isTicketKept()).to.equal(false);
    expect(waitingTicket(inTime)).to.equal(undefined);
  });

  it('is none where something else was put in its place', () => {
    for (const content of ['{', '7', '"x"', '{"ticket":1}', '{"ticket":"t","until":"soon"}']) {
      stored.set('seances.check-in', content);
      expect(waitingTicket(inTime), content).to.equal(undefined);
    }
  });

  it('is not kept where nothing may be, and nothing fails', () => {
    put(undefined);
    keepTicket(ticket);
    expect(isTicketKept()).to.equal(false);
    expect(ownDevice()).to.match(/^[\w-]{32}$/);
  });

  it('goes with the same device each time, which says nothing of anybody', () => {
    const device = ownDevice();
    expect(device).to.match(/^[0-9a-f]{32}$/);
    expect(ownDevice()).to.equal(device);
    stored.clear();
    expect(ownDevice()).not.to.equal(device);
  });
});
