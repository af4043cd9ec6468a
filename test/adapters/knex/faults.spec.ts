import { expect } from 'chai';
import { type Fault, faultOf, isTurnedAway } from '../../../src/adapters/knex/faults.js';

/** By number alone: not every number has a name in the driver. */
const numbered: Readonly<Record<Fault, readonly number[]>> = {
  duplicate: [1062],
  lost: [1020, 1213, 1412, 3100, 3101, 8002, 8022, 8028, 9007],
  waited: [1205],
  unreachable: [1040, 1047, 1053, 1180, 1203, 1290, 1317, 1792, 1836, 1927, 2006, 2013, 3159, 4031],
  other: [1064, 1146, 1406],
};

describe('What an error of a database means', () => {
  for (const [fault, numbers] of Object.entries(numbered)) {
    it(`is "${fault}" for ${numbers.join(', ')}`, () => {
      for (const errno of numbers) expect(faultOf({ errno, message: '' }), String(errno)).to.equal(fault);
    });
  }

  it('is told by the names of SQLite and of sockets, and by the words of a pool', () => {
    const faults = [
      { code: 'SQLITE_CONSTRAINT_UNIQUE' },
      { code: 'SQLITE_BUSY' },
      { code: 'SQLITE_BUSY_SNAPSHOT' },
      { code: 'ECONNREFUSED', errno: -111 },
      { code: 'HANDSHAKE_SSL_ERROR' },
      { message: 'Connection lost: The server closed the connection.' },
      { name: 'KnexTimeoutError' },
      {},
    ].map(faultOf);
    expect(faults).to.deep.equal([
      ...['duplicate', 'waited', 'lost', 'unreachable', 'unreachable', 'unreachable', 'unreachable', 'other'],
    ]);
  });

  it('is about the server, whoever asks, when it takes no writes or is not ready', () => {
    expect([1290, 1836, 1792, 1047, 1180, 1053].every((errno) => isTurnedAway({ errno }))).to.equal(true);
    expect([1317, 2013, 1213].some((errno) => isTurnedAway({ errno }))).to.equal(false);
  });
});
