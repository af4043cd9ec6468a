import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import french from '../../../src/locales/fr.json' with { type: 'json' };
import { Locale } from '../../../src/web/core/locale.js';
import { GroupChoice } from '../../../src/web/enrolment/group-choice.js';
import type { Seance } from '../../../src/web/seance/seance.js';
import type { SeancesClient } from '../../../src/web/space/seances-client.js';
import { FakeHost } from '../fake-host.js';

const locale = new Locale('fr', french.tool, ['fr-BE']);
const seance = { sessionId: 's', group: { id: 'g', name: 'Ateliers', limit: 2 } } as Seance;

function held(name: string, leaveRefusal: Seance['leaveRefusal'], status = 'enrolled'): Seance {
  return { name, leaveRefusal, myEnrolment: { status }, cancelled: null } as Seance;
}

async function choiceAmong(...items: readonly Seance[]): Promise<GroupChoice> {
  const client = { listSeances: () => Promise.resolve({ items }) } as unknown as SeancesClient;
  const choice = new GroupChoice(new FakeHost());
  choice.load(client, seance);
  await wait(0);
  return choice;
}

describe('The choice of a learner in a group', () => {
  it('is not known before it is there, and nobody is told that they are stuck', () => {
    const choice = new GroupChoice(new FakeHost());
    expect([choice.isKnown, choice.isFull, choice.isStuck]).to.deep.equal([false, false, false]);
  });

  it('asks for no place to be given up below the limit, whatever waits', async () => {
    const choice = await choiceAmong(held('Atelier 1', null), held('Atelier 2', null, 'waiting'));
    expect([choice.isKnown, choice.isFull, choice.isStuck]).to.deep.equal([true, false, false]);
  });

  it('does not count a place in a séance that is cancelled', async () => {
    const cancelled = { at: '2026-12-01T09:00:00Z', by: { id: 't', name: 'T' }, reason: '' };
    const choice = await choiceAmong(held('Atelier 1', null), {
      ...held('Atelier 2', 'seance-cancelled'),
      cancelled,
    });
    expect([choice.isFull, choice.changeable.length]).to.deep.equal([false, 1]);
  });

  it('can be changed as long as one of its places may be left', async () => {
    const choice = await choiceAmong(held('Atelier 1', 'seance-started'), held('Atelier 2', null));
    expect([choice.isFull, choice.isStuck]).to.deep.equal([true, false]);
    expect(choice.changeable.map(({ name }) => name)).to.deep.equal(['Atelier 2']);
  });

  it('says why each place has to be kept when none may be left', async () => {
    const choice = await choiceAmong(held('Atelier 1', 'seance-started'), held('Atelier 2', 'not-public'));
    expect(choice.isStuck).to.equal(true);
    const [first, second] = choice.reasons(locale);
    expect(first).to.contain('Atelier 1').and.to.contain('a commencé');
    expect(second).to.contain('Atelier 2').and.to.contain('Seuls les formateurs');
  });
});
