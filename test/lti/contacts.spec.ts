import { expect } from 'chai';
import { ltiContacts } from '../../src/lti/lti-ports.js';
import { keepMembers, type Named } from '../../src/lti/people.js';
import type { Contacts } from '../../src/index.js';
import { onEveryDatabase } from '../support/databases.js';
import { RosterScene } from './roster-scene.js';

onEveryDatabase('Contacts of the LTI host', (database) => {
  const scene = new RosterScene(database);
  let contacts: Contacts;

  beforeEach(async () => {
    await scene.begin();
    contacts = ltiContacts(scene.store);
  });

  afterEach(() => scene.end());

  async function kept(...people: readonly Named[]): Promise<readonly string[]> {
    const members = await scene.store.write((transaction) => keepMembers(transaction, 'p1', people));
    return people.map(({ sub }) => members.get(sub)?.id ?? '');
  }

  const named = { name: 'Zoé MERTENS', firstName: 'Zoé', lastName: 'MERTENS' };

  it('are what platforms tell, and have no address where they withhold it', async () => {
    const said = { locale: 'nl', timeZone: 'Europe/Brussels' };
    const [zoe = '', nobody = ''] = await kept(
      { ...named, ...said, sub: 's1', email: 'zoe@campus.example' },
      { sub: 's2', name: '', firstName: '', lastName: '', email: '' },
    );

    expect(await contacts.of([zoe])).to.deep.equal([{ userId: zoe, address: 'zoe@campus.example', ...said }]);
    expect(await contacts.of([nobody])).to.deep.equal([{ userId: nobody }]);
  });

  it('are of those who are asked for and known, up to 1,000 at once', async () => {
    const [one = '', other = ''] = await kept(
      { ...named, sub: 's1', email: 'one@campus.example' },
      { ...named, sub: 's2', email: 'other@campus.example' },
    );
    const strangers = Array.from({ length: 998 }, (_, index) => `stranger-${index}`);
    const found = await contacts.of([...strangers, one, one]);

    expect(found.map(({ userId }) => userId)).to.deep.equal([one]);
    expect(await contacts.of([...strangers, one, other])).to.have.length(2);
    expect(await contacts.of([])).to.deep.equal([]);
  });
});
