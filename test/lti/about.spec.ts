import { expect } from 'chai';
import { onSqlite } from '../support/databases.js';
import { eventually } from '../support/eventually.js';
import { type CourseRole, firstOf } from './lms/course.js';
import { Lms } from './lms/lms.js';
import type { ProfileName } from './lms/profiles.js';
import { Walker } from './lms/walker.js';
import { LtiTool } from './lti-tool.js';

interface Visit {
  readonly path: string;
  readonly token: string;
  readonly about: string | null;
}

onSqlite('The parts of LTI pages for staff and administrators', (database) => {
  let lms: Lms;
  let tool: LtiTool;

  async function start(profile: ProfileName): Promise<void> {
    lms = await Lms.start({ profile });
    tool = await LtiTool.start(lms, database.address);
    await tool.register(lms);
  }

  afterEach(async () => {
    await tool.stop();
    await lms.stop();
  });

  async function visit(role: CourseRole, more: Parameters<Lms['launchUrl']>[0] = {}): Promise<Visit> {
    const answer = await new Walker(lms).walk(lms.launchUrl({ member: firstOf(lms.course, role), ...more }));
    const { pathname, hash } = new URL(answer.headers.get('location') ?? '');
    const fragment = new URLSearchParams(hash.slice(1));
    return { path: pathname, token: fragment.get('session') ?? '', about: fragment.get('about') };
  }

  function ask(path: string, token: string, form?: Readonly<Record<string, string>>): Promise<Response> {
    const headers = { authorization: `Bearer ${token}`, 'accept-language': 'fr' };
    const body = form && new URLSearchParams(form);
    return fetch(`${tool.url}${path}/about`, body ? { method: 'POST', headers, body } : { headers });
  }

  const administration = { custom: { page: 'administration' } };

  it('say what a platform without a roster gives, and what to switch on there', async () => {
    await start('ilias');
    const { path, token, about } = await visit('instructor');
    expect(about).to.equal('closed');
    const text = await (await ask(path, token)).text();

    expect(text).to.contain('La plateforme ne donne pas de liste. 1 personne a ouvert');
    expect(text).to.contain('Names and Role Provisioning');
  });

  it('say when a roster was read, and how many are in it', async () => {
    await start('moodle');
    const { path, token } = await visit('instructor');
    await eventually(async () => {
      const text = await (await ask(path, token)).text();
      expect(text).to.match(/\d+ personnes, selon la liste lue le \d/);
    });
  });

  it('keep a period and a name, or say why not, and never what was typed as markup', async () => {
    await start('ilias');
    lms.privacy = 'nothing';
    const { path, token } = await visit('instructor');
    await visit('learner');
    const first = await (await ask(path, token)).text();
    const member = /name="member" value="([\w-]+)"/.exec(first)?.[1] ?? '';

    const kept = await (await ask(path, token, { act: 'period', startsOn: '2026-09-01', endsOn: '' })).text();
    expect(kept).to.contain('Enregistré.').and.to.contain('value="2026-09-01"');
    const reversed = await ask(path, token, { act: 'period', startsOn: '2026-09-02', endsOn: '2026-09-01' });
    expect([reversed.status, await reversed.text()]).to.deep.equal([
      400,
      "Rien n'est enregistré\u00a0: le dernier jour précède le premier.",
    ]);
    const typed = { act: 'name', member, firstName: '<b>Zoé</b>', lastName: 'Dupont' };
    const named = await (await ask(path, token, typed)).text();
    expect(named).to.contain('Enregistré.').and.to.contain('&lt;b&gt;Zoé&lt;/b&gt; Dupont');
    expect(named).not.to.contain('<b>Zoé');
  });

  it('are nobody else’s: neither a learner’s, nor of another course, nor without a session', async () => {
    await start('moodle');
    const learner = await visit('learner');
    expect(learner.about).to.equal(null);
    const { path, token } = await visit('instructor');
    const other = path.replace(/[\w-]+$/, '0197c000-0000-7000-8000-000000000000');

    expect((await ask(path, learner.token)).status).to.equal(403);
    expect((await ask(path, learner.token, { act: 'leavers' })).status).to.equal(403);
    expect((await ask(other, token)).status).to.equal(403);
    expect((await ask(path, 'made-up')).status).to.equal(401);
    expect((await ask(path, token, { act: 'name', member: 'nobody' })).status).to.equal(400);
    expect((await ask(path, token, { act: 'other' })).status).to.equal(200);
  });

  it('give an administrator an address for another platform, and the courses that nobody opens', async () => {
    await start('moodle');
    const other = { ...lms.course, id: '77', title: 'Ancien <cours>' };
    lms.courses.push(other);
    await visit('instructor', { course: other });
    await database.knex('seance_lti_space').update({ launched_at: '2024-02-01T08:00:00Z' });
    const { path, token, about } = await visit('administrator', administration);
    const at = path.replace('/administration', '');
    const text = await (await ask(at, token)).text();
    const invited = await (await ask(at, token, { act: 'invite' })).text();
    const address = /value="([^"]+invitation=[\w-]{43})"/.exec(invited)?.[1] ?? '';

    expect(about).to.equal('closed');
    expect(text).to.contain('Ancien &lt;cours&gt; · 1er février 2024');
    expect(text).not.to.contain('invitation=');
    expect(address).to.match(/^http.*\/lti\/register\?invitation=/);
    expect(
      await tool.lti.registrations.redeem(new URL(address).searchParams.get('invitation') ?? ''),
    ).to.equal(true);
  });

  it('of an administration are for its administrators alone', async () => {
    await start('moodle');
    const { path, token } = await visit('administrator', administration);
    const teacher = await visit('instructor');
    const at = path.replace('/administration', '');
    const another = at.replace(/[\w-]+$/, '0197c000-0000-7000-8000-000000000000');

    expect((await ask(at, token)).status).to.equal(200);
    expect((await ask(at, teacher.token, { act: 'invite' })).status).to.equal(403);
    expect((await ask(another, token, { act: 'invite' })).status).to.equal(403);
  });

  it('tell Canvas how to make a key', async () => {
    await start('canvas');
    const answer = await fetch(`${tool.url}/lti/canvas.json`);
    const { extensions, ...configuration } = (await answer.json()) as Readonly<Record<string, unknown>>;

    expect(configuration).to.deep.include({
      target_link_uri: `${tool.url}/lti/launch`,
      oidc_initiation_url: `${tool.url}/lti/login`,
      public_jwk_url: `${tool.url}/lti/jwks.json`,
      scopes: [
        'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly',
        'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem',
        'https://purl.imsglobal.org/spec/lti-ags/scope/score',
      ],
    });
    expect(extensions).to.have.nested.property(
      '[0].settings.placements[1].message_type',
      'LtiDeepLinkingRequest',
    );
  });
});
