import { expect } from 'chai';
import { parseTimeZone } from '../../src/domain/time/time-zone.js';

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
  ];
  for (const [name, zone] of known) {
    it(`reads ${name} as ${zone}`, () => {
      expect(parseTimeZone(name)).to.equal(zone);
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

  it('reads every zone of the runtime as itself', () => {
    const zones = Intl.supportedValuesOf('timeZone');

    expect(zones.length).to.be.greaterThan(300);
    expect(zones.filter((zone) => parseTimeZone(zone) !== zone)).to.deep.equal([]);
  });
});
