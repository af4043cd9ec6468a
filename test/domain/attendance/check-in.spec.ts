import { createHmac } from 'node:crypto';
import { expect } from 'chai';
import fc from 'fast-check';
import {
  checkInCodePattern,
  codeStep,
  digitsAt,
  isRightCode,
  isTicketValid,
  lettersOf,
  readTicket,
  sealTicket,
  shownUntil,
  stepAt,
  type Ticket,
  ticketUntil,
  typedCode,
} from '../../../src/domain/attendance/check-in.js';
import { type Instant, shiftInstant } from '../../../src/domain/time/schedule.js';

const now = '2026-11-23T10:30:05Z' as Instant;
const hash = (secret: string, text: string) => createHmac('sha256', secret).update(text).digest('hex');
const secret = 'secret';

describe('The code on the wall', () => {
  it('has four letters, none of which is taken for a digit, and four digits', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(...'0123456789abcdef'.split(/(?=.)/)),
          minLength: 64,
          maxLength: 64,
        }),
        (random) => {
          expect(lettersOf(random)).to.match(/^[A-HJ-NP-Z]{4}$/);
        },
      ),
    );
    fc.assert(
      fc.property(fc.nat(), fc.string(), (step, key) => {
        expect(digitsAt(step, key, hash)).to.match(/^\d{4}$/);
      }),
    );
  });

  it('is read as people type it', () => {
    for (const typed of ['ABCD-0123', 'abcd0123', 'AbCd 0123']) {
      expect(typed).to.match(checkInCodePattern);
      expect(typedCode(typed)).to.deep.equal({ letters: 'ABCD', digits: '0123' });
    }
    for (const typed of ['ABC-0123', 'ABCDE-0123', 'ABCD-123', 'ABCD--0123', '0123-ABCD', ''])
      expect(typed).not.to.match(checkInCodePattern);
  });

  it('changes every 15 seconds', () => {
    expect(shownUntil(now)).to.equal('2026-11-23T10:30:15Z');
    expect(shownUntil('2026-11-23T10:30:15Z' as Instant)).to.equal('2026-11-23T10:30:30Z');
    const digits = Array.from({ length: 40 }, (_, step) => digitsAt(step, secret, hash));
    expect(new Set(digits).size).to.be.greaterThan(35);
  });

  it('is right in its own step, and in the one before and after', () => {
    const right = [-3, -2, -1, 0, 1, 2, 3].filter((steps) => {
      const shown = digitsAt(stepAt(shiftInstant(now, steps * codeStep)), secret, hash);
      return isRightCode(shown, now, secret, hash);
    });
    expect(right).to.deep.equal([-1, 0, 1]);
    expect(isRightCode(digitsAt(stepAt(now), secret, hash), now, 'another', hash)).to.equal(false);
  });
});

describe('A ticket', () => {
  const ticket: Ticket = {
    seanceId: 'seance',
    slot: 2,
    until: ticketUntil(now),
    device: 'phone',
    nonce: 'n',
  };
  const sealed = sealTicket(ticket, secret, hash);

  it('says what it was given for, for five minutes', () => {
    expect(readTicket(sealed)).to.deep.equal(ticket);
    expect(readTicket(sealTicket({ ...ticket, device: '' }, secret, hash))?.device).to.equal('');
    expect(isTicketValid(sealed, now, secret, hash)).to.equal(true);
    expect(isTicketValid(sealed, shiftInstant(now, 300), secret, hash)).to.equal(true);
    expect(isTicketValid(sealed, shiftInstant(now, 301), secret, hash)).to.equal(false);
  });

  it('is none when any character of it was changed, added or left out, or another secret sealed it', () => {
    expect(isTicketValid(sealed, now, 'another', hash)).to.equal(false);
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = sealed[at] === '0' ? '1' : '0';
      for (const forged of [
        `${sealed.slice(0, at)}${changed}${sealed.slice(at + 1)}`,
        `${sealed.slice(0, at)}${sealed.slice(at + 1)}`,
        `${sealed.slice(0, at)}${changed}${sealed.slice(at)}`,
      ])
        expect(isTicketValid(forged, now, secret, hash), forged).to.equal(false);
    }
  });

  it('is nothing that anybody could write', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 8 }), (parts) => {
        expect(isTicketValid(parts.join('~'), now, secret, hash)).to.equal(false);
      }),
    );
  });
});
