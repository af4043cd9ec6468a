import { expect } from 'chai';
import { ltiMigrations, migrateToLatest } from '../../src/adapters/knex/migrate.js';
import { createLtiHost, type LtiHost } from '../../src/lti/index.js';
import { SystemClock } from '../../src/adapters/system/system-clock.js';
import { onDatabase } from '../support/databases.js';

const campus = 'https://campus.example';
const asked = {
  ...{ iss: campus, login_hint: '5', lti_message_hint: '{"launchid":"l"}', client_id: 'c' },
  target_link_uri: 'https://seances.example/lti/launch',
};

const nothing = () => undefined;

onDatabase('A login of LTI', (database) => {
  let lti: LtiHost;

  before(async () => {
    const publicUrl = 'https://seances.example';
    lti = createLtiHost({
      ...{ database: database.address, publicUrl, clock: new SystemClock() },
      logger: { info: nothing, warn: nothing, error: nothing },
    });
    await migrateToLatest(database.knex, ltiMigrations);
    await lti.registrations.add({
      ...{ issuer: campus, clientId: 'c', name: 'Campus', tokenAudience: null },
      ...{ authUrl: `${campus}/auth`, tokenUrl: `${campus}/token`, keysUrl: `${campus}/keys` },
    });
  });
  after(() => lti.stop());

  const get = async (address: string, cookie = ''): Promise<Response> => {
    const answer = await lti.fetch(new Request(address, { headers: { cookie, 'accept-language': 'en' } }));
    return answer ?? expect.fail(`nothing answers ${address}`);
  };
  const login = (fields: Readonly<Record<string, string>> = {}): Promise<Response> =>
    get(`https://seances.example/lti/login?${new URLSearchParams({ ...asked, ...fields }).toString()}`);
  const placeOf = (answer: Response): string => answer.headers.get('location') ?? '';
  const cookieOf = (answer: Response): string => answer.headers.get('set-cookie')?.split(';')[0] ?? '';

  it('goes to the platform with the hints that it gave, in a browser that keeps the cookie', async () => {
    const begun = await login();
    const answer = await get(placeOf(begun), cookieOf(begun));
    const address = new URL(placeOf(answer));

    expect(address.origin + address.pathname).to.equal(`${campus}/auth`);
    expect(Object.fromEntries(address.searchParams)).to.deep.include({
      ...{ client_id: 'c', login_hint: '5', lti_message_hint: asked.lti_message_hint, prompt: 'none' },
      ...{ redirect_uri: asked.target_link_uri, response_mode: 'form_post', response_type: 'id_token' },
    });
    expect(address.searchParams.get('state')).to.equal(new URL(placeOf(begun)).searchParams.get('state'));
  });

  it('leaves the hints unused in a browser that keeps no cookie, and shows a way into a window of its own', async () => {
    const answer = await get(placeOf(await login()));
    const text = await answer.text();

    expect(answer.status).to.equal(200);
    expect(text).to.contain('https://seances.example/lti/login?iss=');
    expect(text).to.contain('target="_blank"');
  });

  it('goes to the platform without the cookie when the storage of the platform has kept the proof', async () => {
    const text = await (await login({ lti_storage_target: '_parent' })).text();
    const next = /data-next="([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? '';

    expect(placeOf(await get(`${next}&stored=1`))).to.match(/^https:\/\/campus\.example\/auth\?/);
    expect(await (await get(next)).text()).to.contain('target="_blank"');
  });

  it('is shown wherever the platform has its pages, which may be elsewhere than what signs people in', async () => {
    const stored = await login({ lti_storage_target: '_parent' });
    const blocked = await get(placeOf(await login()));

    for (const answer of [stored, blocked])
      expect(answer.headers.get('content-security-policy')).to.contain("frame-ancestors 'self' https:");
  });

  it('is over when nobody knows its state', async () => {
    const answer = await get('https://seances.example/lti/authorize?state=unknown');

    expect(answer.status).to.equal(400);
  });
});
