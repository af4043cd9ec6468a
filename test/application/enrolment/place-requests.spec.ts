import { expect } from 'chai';
import { KnexUnitOfWork } from '../../../src/adapters/knex/knex-unit-of-work.js';
import { PlaceRequests } from '../../../src/application/enrolment/place-requests.js';
import { Refusal } from '../../../src/domain/refusal.js';
import type { Repositories } from '../../../src/ports/unit-of-work.js';
import { onDatabase, onMysql } from '../../support/databases.js';
import { latch, letOthersRun } from '../../support/latch.js';
import { rejection } from '../../support/rejections.js';

onDatabase('Requests for places that arrive together', (database) => {
  let served: (readonly string[])[];
  let spaces: string[];

  beforeEach(() => {
    served = [];
    spaces = [];
  });

  /** @param serve what is done in the transaction before the requests are answered with their own names. */
  function requests(serve: (names: readonly string[]) => Promise<void> | void = () => undefined) {
    const place = new PlaceRequests<string, string, Repositories>(
      new KnexUnitOfWork(database.open, true),
      async (_, names, spaceId) => {
        served.push(names);
        spaces.push(spaceId);
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

  it('are answered for one space at a time', async () => {
    const submit = requests();
    await Promise.all([submit('a', 'a1'), submit('b', 'b1', 'other'), submit('c', 'c1'), submit('a', 'a2')]);

    expect(served).to.have.deep.members([['a1', 'c1', 'a2'], ['b1']]);
    expect(served.map(([name], index) => [name, spaces[index]])).to.have.deep.members([
      ['a1', 'demo'],
      ['b1', 'other'],
    ]);
  });

  it('are refused for no lock of another key: each of those that waited together is on its own until it is served', async () => {
    let isLocked = true;
    const submit = requests((names) => {
      if (isLocked && names.some((name) => name.startsWith('a'))) throw new Refusal('busy');
    });
    const ends = await Promise.allSettled(
      ['a1', 'b1', 'a2', 'c1', 'b2'].map((name) => submit(name.charAt(0), name)),
    );

    expect(ends.map(({ status }) => status)).to.deep.equal([
      ...['rejected', 'fulfilled', 'rejected', 'fulfilled', 'fulfilled'],
    ]);
    const first = [['a1', 'b1', 'a2', 'c1', 'b2'], ['a1', 'a2'], ['b1', 'b2'], ['c1']];
    expect(served).to.have.deep.members(first);
    expect(await rejection(submit('a', 'a3')), 'alone from the start').to.include({ code: 'busy' });

    await Promise.allSettled(['a4', 'b3', 'c2'].map((name) => submit(name.charAt(0), name)));
    expect(served.slice(first.length)).to.have.deep.members([['a3'], ['a4'], ['b3', 'c2']]);
    isLocked = false;
    expect(await submit('a', 'a5')).to.equal('a5!');
    await Promise.all(['a6', 'b4'].map((name) => submit(name.charAt(0), name)));
    expect(served.at(-1), 'together again').to.deep.equal(['a6', 'b4']);
  });

  it('of one key are answered in their order, also those that came while it was found to be locked', async () => {
    const found = latch();
    const submit = requests(async (names) => {
      if (names.length === 1 || names.includes('a2')) return;
      await found.opened;
      throw new Refusal('busy');
    });
    const answers = [submit('a', 'a1'), submit('b', 'b1')];
    while (served.length === 0) await letOthersRun();
    answers.push(submit('a', 'a2'), submit('a', 'a3'));
    found.open();

    expect(await Promise.all(answers)).to.deep.equal(['a1!', 'b1!', 'a2!', 'a3!']);
    expect(served.flat().filter((name) => name.startsWith('a'))).to.deep.equal(['a1', 'a1', 'a2', 'a3']);
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

onMysql('Requests for places while a lock is held', (database) => {
  it('do not wait for the transaction of the key that needs it', async () => {
    const held = latch();
    const place = new PlaceRequests<string, string, Repositories>(
      new KnexUnitOfWork(database.open, true),
      async (_, names) => {
        if (names.length > 1 && names.includes('a1')) throw new Refusal('busy');
        if (names.includes('a1')) await held.opened;
        return names;
      },
    );
    const names = Array.from({ length: 20 }, (_, index) => `b${index}`);
    const locked = place.submit('a', 'a1', 'demo');
    const others = names.map((name) => place.submit(name, name, 'demo'));

    expect(await Promise.all(others)).to.deep.equal(names);
    expect(await Promise.all(names.map((name) => place.submit(name, name, 'demo')))).to.deep.equal(names);
    held.open();
    expect(await locked).to.equal('a1');
  });
});
