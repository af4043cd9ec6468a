import { expect } from 'chai';
import { Campus } from '../application/repetition/campus/campus.js';
import { onEveryDatabase } from '../support/databases.js';
import { expectOneSeries } from './one-series.js';
import type { Repetition } from './repeating-process.js';
import { repeatInProcesses } from './repeating-processes.js';

const rounds = 8;

onEveryDatabase('Two people in two processes who repeat the same séance at once', (database) => {
  let campus: Campus;
  let ids: readonly string[];

  beforeEach(async () => {
    campus = new Campus(database.knex);
    ids = [];
    for (let round = 0; round < rounds; round += 1) {
      ids = [...ids, (await campus.create({ trainerIds: ['trainer1'] })).id];
    }
  });

  /** What each of two people is answered, séance by séance: each with a rule and headers of their own. */
  async function together(
    rules: readonly [object, object],
    key?: string,
  ): Promise<readonly (readonly Repetition[])[]> {
    const orders = rules.map((rule, index) => ({
      ids,
      rule,
      headers: key ? { 'idempotency-key': key } : { 'x-actor': `trainer${index + 1}` },
    }));
    const ends = await repeatInProcesses(database.address, orders);
    return ids.map((_, round) => ends.map(({ repetitions }) => repetitions[round]!));
  }

  it('both get what they asked for, in one series, with every number once', async () => {
    const answers = await together([
      { weekdays: ['MO', 'TU', 'WE', 'TH', 'FR'], weeks: 10 },
      { weekdays: ['SA', 'SU'], weeks: 30, interval: 2 },
    ]);

    for (const [round, both] of answers.entries()) {
      expect(both.map(({ status }) => status)).to.deep.equal([201, 201]);
      await expectOneSeries(
        campus,
        ids[round]!,
        both.map(({ result }) => result),
      );
      expect(both.map(({ result }) => result.created)).to.deep.equal([50, 30]);
    }
  }).timeout(120_000);

  it('have one series without a date twice when they ask for the same', async () => {
    const answers = await together([
      { weekdays: ['TU'], weeks: 12 },
      { weekdays: ['TU'], weeks: 12 },
    ]);

    for (const [round, both] of answers.entries()) {
      expect(both.map(({ status }) => status).sort()).to.deep.equal([201, 422]);
      const made = both.filter(({ status }) => status === 201).map(({ result }) => result);
      expect(made.map(({ created }) => created)).to.deep.equal([12]);
      await expectOneSeries(campus, ids[round]!, made);
    }
  }).timeout(120_000);

  it('get one series and one answer when it is one request that was sent twice', async () => {
    ids = ids.slice(0, 1);
    const rule = { weekdays: ['TU', 'FR'], weeks: 20 };
    const [[one, other] = []] = await together([rule, rule], 'sent-twice');

    expect(one?.status).to.equal(201);
    expect(other).to.deep.equal(one);
    expect(await campus.series(one?.result.seriesId ?? null)).to.have.length(41);
  }).timeout(60_000);
});
