import { expect } from 'chai';
import { onSqlite } from '../support/databases.js';
import { firstOf } from './lms/course.js';
import { Lms } from './lms/lms.js';
import { Walker } from './lms/walker.js';
import { LtiTool } from './lti-tool.js';

onSqlite('A link that staff put into a course', (database) => {
  let lms: Lms;
  let tool: LtiTool;

  before(async () => {
    lms = await Lms.start({ profile: 'moodle' });
    tool = await LtiTool.start(lms, database.address);
    await tool.register(lms);
  });

  after(async () => {
    await tool.stop();
    await lms.stop();
  });

  async function launched(message: 'LtiDeepLinkingRequest' | 'LtiResourceLinkRequest', custom = {}) {
    const url = lms.launchUrl({ member: firstOf(lms.course, 'instructor'), message, custom });
    const { pathname, search, hash } = new URL(
      (await new Walker(lms).walk(url)).headers.get('location') ?? '',
    );
    return { path: `${pathname}${search}`, token: new URLSearchParams(hash.slice(1)).get('session') ?? '' };
  }

  const chosen = (token: string, fields: Readonly<Record<string, string>>): Promise<Response> =>
    fetch(`${tool.url}/lti/deep-link`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { authorization: `Bearer ${token}` },
    });

  it('leads to the séance that was chosen', async () => {
    const { path, token } = await launched('LtiDeepLinkingRequest');
    expect(path).to.match(/^\/lti\/deep-link\?.*space=/);
    const answer = await chosen(token, { seance: 'the-id', title: 'Atelier' });
    const { action, jwt } = (await answer.json()) as { readonly action: string; readonly jwt: string };
    const taken = await fetch(action, { method: 'POST', body: new URLSearchParams({ JWT: jwt }) });

    expect(taken.status, await taken.clone().text()).to.be.below(400);
    expect(lms.contentItems).to.have.length(1);
    expect(lms.contentItems[0]).to.deep.include({
      ...{ type: 'ltiResourceLink', title: 'Atelier', url: `${tool.url}/lti/launch` },
      custom: { seance: 'the-id' },
    });
    const opened = await launched('LtiResourceLinkRequest', { seance: 'the-id' });
    expect(opened.path).to.match(/^\/lti\/spaces\/[\w-]+\?.*seance=the-id/);
  });

  it('is chosen by nobody who was not launched for it', async () => {
    const { token } = await launched('LtiResourceLinkRequest');

    expect((await chosen(token, {})).status).to.equal(401);
    expect((await chosen('nothing', {})).status).to.equal(401);
  });
});
