import { expect } from 'chai';
import type * as module from '../../../src/domain/time/time-zone.js';
import { parseTimeZone } from '../../../src/domain/time/time-zone.js';

let copies = 0;

/** One that has read no name yet. */
async function freshly(): Promise<typeof parseTimeZone> {
  copies += 1;
  return ((await import(`../../../src/domain/time/time-zone.js?copy=${copies}`)) as typeof module)
    .parseTimeZone;
}

describe('parseTimeZone', () => {
  const known: readonly [string, string][] = [
    ['Europe/Brussels', 'Europe/Brussels'],
    ['europe/brussels', 'Europe/Brussels'],
    ['EUROPE/BRUSSELS', 'Europe/Brussels'],
    ['America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
    ['america/port-au-prince', 'America/Port-au-Prince'],
    ['UTC', 'UTC'],
    ['utc', 'UTC'],
    ['Asia/Calcutta', 'Asia/Calcutta'],
    ['Asia/Kolkata', 'Asia/Kolkata'],
    // Links, whatever the version of the zone data calls them.
    ['us/east-indiana', 'Us/East-Indiana'],
    ['US/East-Indiana', 'US/East-Indiana'],
    ['asia/ujung_pandang', 'Asia/Ujung_Pandang'],
    ['America/knox_IN', 'America/knox_IN'],
  ];
  for (const [name, zone] of known) {
    it(`reads ${name} as ${zone}, the first time and again`, async () => {
      const parse = await freshly();

      expect([parse(name), parse(name)]).to.deep.equal([zone, zone]);
    });
  }

  for (const name of [
    '',
    'Europe/Nowhere',
    'CEST',
    '+01:00',
    '-0500',
    'UTC+1',
    ' UTC',
    'UTC ',
    'Europe/Brussels\u0000',
    '../UTC',
    'x'.repeat(65),
    '1',
    '[object Object]',
  ]) {
    it(`knows no ${JSON.stringify(name.slice(0, 20))}`, () => {
      expect(parseTimeZone(name)).to.equal(undefined);
    });
  }

  it('reads each name as somebody writes it, whatever others have written before', async () => {
    const parse = await freshly();

    for (const name of ['ASIA/KOLKATA', 'Asia/Kolkata', 'ASIA/CALCUTTA', 'Asia/Calcutta', 'EUROPE/BRUSSELS'])
      parse(name);
    expect(['Asia/Kolkata', 'Asia/Calcutta', 'europe/brussels'].map(parse)).to.deep.equal([
      'Asia/Kolkata',
      'Asia/Calcutta',
      'Europe/Brussels',
    ]);
  });

  it('reads every zone of the runtime as itself', () => {
    const zones = Intl.supportedValuesOf('timeZone');

    expect(zones.length).to.be.greaterThan(300);
    expect(zones.filter((zone) => parseTimeZone(zone) !== zone)).to.deep.equal([]);
  });
});
