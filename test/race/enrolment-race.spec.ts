import { expect } from 'chai';
import { onMysql } from '../support/databases.js';
import { itKeepsPlaces, PlaceRush } from './place-rush.js';

const processes = 4;
/** Of each process; RACE_OPERATIONS asks for fewer, or more. */
const operations = Number(process.env['RACE_OPERATIONS'] ?? 5_000);

onMysql('A rush on places by several processes', (database) => {
  let rush: PlaceRush;

  before('lets them run, and kills one in the middle', async function () {
    this.timeout(900_000);
    rush = await PlaceRush.in(database.open);
    await rush.run(Array<string>(processes).fill(database.address), operations);
  });

  it('answers every request with what the rules say, and never with a fault', () => {
    const statuses = [...rush.statuses.keys()];
    expect(statuses.filter((status) => / 5\d\d/.test(status))).to.deep.equal([]);
    expect(rush.reports.reduce((sum, report) => sum + report.operations, 0)).to.equal(processes * operations);
    expect(statuses.some((status) => status.endsWith('enrolments/me 201'))).to.equal(true);
    expect(statuses.some((status) => status.endsWith('enrolments/me 202'))).to.equal(true);
  });

  itKeepsPlaces(
    () => rush,
    () => database.open,
  );
});
