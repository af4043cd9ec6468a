import { expect } from 'chai';
import { SeenSessions } from '../../../src/application/access/seen-sessions.js';
import { SpaceAccess } from '../../../src/application/access/space-access.js';
import { FakeHost, person } from '../../../src/testing/index.js';

const actor = { id: 'lea', name: 'Léa', locale: 'fr', timeZone: 'Europe/Brussels' };
const session = (id: string) => ({ id, name: id, startsOn: null, endsOn: null, timeZone: null });
const spaceIds = Array.from({ length: 25 }, (_, index) => `space-${index}`);

describe('What somebody may see of things in many spaces', () => {
  const host = new FakeHost();
  for (const id of spaceIds)
    host.withSpace(id, [session(`of-${id}`)]).withLearner(`of-${id}`, person('lea', 'Léa', 'Lea'));
  const { permissions, directory } = host;
  const things = spaceIds.map((spaceId) => ({ spaceId, sessionId: `of-${spaceId}` }));

  it('is asked of the host once for each space, for a few of them at a time', async () => {
    const asked: string[] = [];
    let [underWay, most] = [0, 0];
    const counting = {
      inSpace: async (...[who, spaceId]: Parameters<typeof permissions.inSpace>) => {
        asked.push(spaceId);
        underWay += 1;
        most = Math.max(most, underWay);
        await new Promise((resolve) => setTimeout(resolve, 1));
        underWay -= 1;
        return permissions.inSpace(who, spaceId);
      },
      mayAdminister: () => Promise.resolve(false),
    };
    const seen = new SeenSessions(new SpaceAccess(counting, directory));
    const found = await seen.visited(actor, [...things, ...things]);

    expect(found.things).to.deep.equal([...things, ...things]);
    expect([...found.visits.keys()]).to.deep.equal(spaceIds);
    expect(asked).to.deep.equal(spaceIds);
    expect(most).to.equal(10);
  });

  it('leaves out what is in a closed space, in none, and in a session that the space is not attached to', async () => {
    permissions.allow('lea', 'space-1', { open: false });
    const seen = new SeenSessions(new SpaceAccess(permissions, directory));
    const strange = [
      { spaceId: 'space-1', sessionId: 'of-space-1' },
      { spaceId: 'nowhere', sessionId: 'of-space-2' },
      { spaceId: 'space-2', sessionId: 'of-space-3' },
    ];
    const there = { spaceId: 'space-2', sessionId: 'of-space-2' };

    expect(await seen.among(actor, [...strange, there])).to.deep.equal([there]);
  });
});
