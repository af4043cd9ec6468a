import { expect } from 'chai';
import { type Claims, claim } from './claims.js';
import { Lms } from './lms.js';
import { TinyTool } from './tiny-tool.js';

const items = [{ type: 'ltiResourceLink', title: 'Accueil', custom: { seance: 'abc' } }];

describe('What is chosen by deep linking, in the platform of the tests,', () => {
  let lms: Lms;
  let tool: TinyTool;
  let settings: Claims;

  before(async () => {
    lms = await Lms.start({ profile: 'moodle' });
    tool = await TinyTool.start(lms);
    await tool.walk(lms.launchUrl({ message: 'LtiDeepLinkingRequest' }));
    settings = tool.taken[0]!.claims[claim.deepLinkingSettings] as Claims;
  });

  after(async () => {
    await tool.stop();
    await lms.stop();
  });

  it('stands in the course', async () => {
    const answer = await tool.choose(settings, items);

    expect([answer.status, lms.contentItems]).to.deep.equal([200, items]);
  });

  it('is refused from anybody else, for anybody else, or for another question', async () => {
    const known = lms.contentItems.length;
    const changes: readonly Claims[] = [
      { iss: 'another-client' },
      { aud: 'https://elsewhere.example' },
      { exp: 1 },
      { nonce: undefined },
      { [claim.messageType]: 'LtiResourceLinkRequest' },
      { [claim.version]: '1.1' },
      { [claim.deploymentId]: 'deployment-of-somebody-else' },
      { [claim.data]: undefined },
    ];
    for (const change of changes) {
      expect((await tool.choose(settings, items, change)).status, JSON.stringify(change)).to.equal(400);
    }
    expect(lms.contentItems).to.have.length(known);
  });

  it('is taken once', async () => {
    const once = { nonce: 'the same' };

    expect((await tool.choose(settings, [], once)).status).to.equal(200);
    expect((await tool.choose(settings, [], once)).status).to.equal(400);
  });
});
