import { expect } from 'chai';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import { PlaceRequests } from '../../src/application/enrolment/place-requests.js';
import { Refusal } from '../../src/domain/refusal.js';
import { onEveryDatabase } from '../support/databases.js';
import { latch, letOthersRun } from '../support/latch.js';
import { rejection } from '../support/rejections.js';

onEveryDatabase('Requests for places that arrive together', (database) => {
  let served: (readonly string[])[];

  beforeEach(() => {
    served = [];
  });

  /** @param serve what is done in the transaction before the requests are answered with their own names. */
  function requests(serve: (names: readonly string[]) => Promise<void> | void = () => undefined) {
    const place = new PlaceRequests<string, string>(
      new KnexUnitOfWork(database.open, true),
      async (_, names) => {
        served.push(names);
        await serve(names);
        return names.map((name) => `${name}!`);
      },
    );
    return (key: string, name: string, space = 'demo') => place.submit(key, name, space);
  }

  it('are answered in one transaction, in their order, each with its own answer', async () => {
    const submit = requests();
    const answers = await Promise.all([submit('a', 'a1'), submit('b', 'b1'), submit('a', 'a2')]);

    expect(answers).to.deep.equal(['a1!', 'b1!', 'a2!']);
    expect(served).to.deep.equal([['a1', 'b1', 'a2']]);
  });

  it('are answered by several transactions when there are more than one takes', async () => {
    const submit = requests();
    const names = Array.from({ length: 300 }, (_, index) => `n${index}`);

    expect(await Promise.all(names.map((name) => submit('a', name)))).to.deep.equal(
      names.map((name) => `${name}!`),
    );
    expect(served.map(({ length }) => length)).to.deep.equal([128, 128, 44]);
    expect(served.flat()).to.deep.equal(names);
  });

  it('wait for those of the same key that came before, and for no others', async () => {
    const held = latch();
    const submit = requests((names) => (names.includes('a1') ? held.opened : undefined));
    const first = submit('a', 'a1');
    while (served.length === 0) await letOthersRun();
    const others = [submit('a', 'a2'), submit('b', 'b1')];
    await letOthersRun();
    held.open();

    expect(await Promise.all([first, ...others])).to.deep.equal(['a1!', 'a2!', 'b1!']);
    expect(served).to.deep.equal([['a1'], ['b1'], ['a2']]);
    expect(await submit('a', 'a3')).to.equal('a3!');
  });

  it('get their own chance when one of another key, or of theirs, cannot be answered', async () => {
    const submit = requests((names) => {
      if (names.includes('a2')) throw new Error('a2 cannot be');
    });
    const failing = ['a1', 'a2', 'b1', 'a3', 'b2'].map((name) => submit(name.charAt(0), name));
    const ends = await Promise.allSettled(failing);

    expect(ends.map(({ status }) => status)).to.deep.equal([
      ...['fulfilled', 'rejected', 'fulfilled', 'fulfilled', 'fulfilled'],
    ]);
    expect(served).to.deep.equal([
      ['a1', 'a2', 'b1', 'a3', 'b2'],
      ['a1', 'a2', 'a3'],
      ...[['a1'], ['a2'], ['a3'], ['b1', 'b2']],
    ]);
    expect(await submit('a', 'a4'), 'afterwards').to.equal('a4!');
  });

  it('are all refused at once while the database is away', async () => {
    const submit = requests(() => {
      throw new Refusal('unavailable');
    });
    const refused = [submit('a', 'a1'), submit('b', 'b1')];

    for (const one of refused) expect(await rejection(one)).to.include({ code: 'unavailable' });
    expect(served).to.have.length(1);
  });
});
