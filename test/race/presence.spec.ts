import { expect } from 'chai';
import { onMysql } from '../support/databases.js';
import { itKeepsPresence, PresenceRush } from './presence-rush.js';

const processes = 4;
/** Of each process; RACE_OPERATIONS asks for fewer, or more. */
const operations = Number(process.env['RACE_OPERATIONS'] ?? 1_000);

onMysql('A class whose presence several processes write down at once', (database) => {
  let rush: PresenceRush;

  before('lets them run, and kills others meanwhile', async function () {
    this.timeout(900_000);
    rush = await PresenceRush.in(database.open);
    await rush.run(Array<string>(processes).fill(database.address), operations);
  });

  it('answers every request with what the rules say, and never with a fault', () => {
    const statuses = [...rush.statuses.keys()];
    expect(statuses.filter((status) => / (5\d\d|422)/.test(status))).to.deep.equal([]);
    for (const done of ['marks 200', 'confirm 200', 'close 200', 'corrections 200'])
      expect(
        statuses.some((status) => status.endsWith(done)),
        done,
      ).to.equal(true);
    expect(rush.deaths).to.be.greaterThan(0);
  });

  itKeepsPresence(
    () => rush,
    () => database.open,
  );
});
