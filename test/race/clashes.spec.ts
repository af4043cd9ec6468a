import { expect } from 'chai';
import { Campus } from '../application/repetition/campus/campus.js';
import { onEveryDatabase } from '../support/databases.js';
import { refuseClashes } from './refused-clashes.js';
import { repeatInProcesses } from './repeating-processes.js';

const rounds = 8;
/** Many, so that a transaction takes its time between its look at the room and its end. */
const wednesdays = { weekdays: ['WE'], weeks: 200 };

onEveryDatabase('Two people in two processes who book one room, where clashes are refused', (database) => {
  it('do not both get it: one is refused, and writes nothing', async () => {
    const campus = new Campus(database.knex);
    await refuseClashes(database.knex);
    const sources = async (day: string) => {
      const ids: string[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const hour = (end: number) => `2025-03-${day}T${String(8 + round + end).padStart(2, '0')}:00`;
        const input = { locationId: 'room-a', start: hour(0), end: hour(1) };
        ids.push((await campus.create(input)).id);
      }
      return ids;
    };
    const both = [await sources('03'), await sources('04')];
    const ends = await repeatInProcesses(
      database.address,
      both.map((ids) => ({ ids, rule: wednesdays })),
    );

    for (let round = 0; round < rounds; round += 1) {
      const statuses = ends.map(({ repetitions }) => repetitions[round]?.status);
      expect(statuses.sort(), `round ${round}`).to.deep.equal([201, 409]);
    }
    const booked = await database.knex('seance').where('start_local', 'like', '2025-03-05T%');
    expect(booked).to.have.length(rounds);
  }).timeout(120_000);
});
