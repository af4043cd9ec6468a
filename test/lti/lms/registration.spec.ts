import { expect } from 'chai';
import { type Claims, configuration, rosterScope } from './claims.js';
import { Lms } from './lms.js';

/** What a tool asks for, by "Tool Configuration" of LTI Dynamic Registration 1.0. */
const registration = {
  application_type: 'web',
  response_types: ['id_token'],
  grant_types: ['implicit', 'client_credentials'],
  initiate_login_uri: 'http://tool.test/lti/login',
  redirect_uris: ['http://tool.test/lti/launch'],
  client_name: 'Séances',
  jwks_uri: 'http://tool.test/lti/jwks.json',
  token_endpoint_auth_method: 'private_key_jwt',
  scope: `${rosterScope} https://purl.imsglobal.org/spec/lti-ags/scope/score`,
  [configuration.tool]: {
    domain: 'tool.test',
    target_link_uri: 'http://tool.test/lti/launch',
    custom_parameters: { timezone: '$Person.address.timezone' },
    claims: ['iss', 'sub', 'name'],
    messages: [{ type: 'LtiDeepLinkingRequest', target_link_uri: 'http://tool.test/lti/choose' }],
  },
};

interface Conversation {
  readonly lms: Lms;
  readonly platform: Record<string, unknown>;
  readonly token: string;
}

describe('The registration of tools in the platform of the tests', () => {
  const started: Lms[] = [];

  afterEach(async () => {
    await Promise.all(started.splice(0).map((lms) => lms.stop()));
  });

  /** Up to where a tool has read what the platform says of itself. */
  async function opened(profile: 'moodle' | 'canvas' | 'sakai' | 'ilias'): Promise<Conversation> {
    const lms = await Lms.start({ profile });
    started.push(lms);
    const { searchParams } = new URL(lms.registrationUrl('http://tool.test/lti/register?invitation=i'));
    expect(searchParams.get('invitation')).to.equal('i');
    const platform = (await (
      await fetch(searchParams.get('openid_configuration')!)
    ).json()) as Conversation['platform'];
    return { lms, platform, token: searchParams.get('registration_token')! };
  }

  function send({ platform, token }: Conversation, body: object = registration): Promise<Response> {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    return fetch(String(platform['registration_endpoint']), {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
  }

  it('installs a tool as it asked for, with a client id of its own', async () => {
    const conversation = await opened('moodle');
    const { lms } = conversation;
    const old = lms.clientId;
    const answer = (await (await send(conversation)).json()) as Claims;

    expect(answer['client_id']).to.equal(lms.clientId).and.not.to.equal(old);
    expect(answer['scope']).to.equal(rosterScope);
    expect(answer[configuration.tool]).to.include({ deployment_id: lms.deploymentId });
    expect(lms.tool).to.deep.include({
      deepLinkingUri: 'http://tool.test/lti/choose',
      custom: { timezone: '$Person.address.timezone' },
    });
    expect(lms.privacy).to.equal('names');
  });

  it('is for one tool', async () => {
    const conversation = await opened('canvas');

    expect((await send(conversation)).status).to.equal(200);
    expect((await send(conversation)).status).to.equal(401);
    expect((await send({ ...conversation, token: 'made-up' })).status).to.equal(401);
  });

  it('refuses what the specification wants and is not there, and may be tried again', async () => {
    const conversation = await opened('sakai');
    for (const name of [
      'redirect_uris',
      'jwks_uri',
      'token_endpoint_auth_method',
      'response_types',
      'client_name',
    ]) {
      const answer = await send(conversation, { ...registration, [name]: undefined });
      expect([answer.status, await answer.json()], name).to.deep.equal([400, { error: name }]);
    }
    expect((await send(conversation)).status).to.equal(200);
  });

  it('answers with a deployment as a text, as a number in ILIAS, and with none in Canvas', async () => {
    const deployment = async (profile: 'moodle' | 'canvas' | 'ilias'): Promise<unknown> => {
      const answer = (await (await send(await opened(profile))).json()) as Record<
        string,
        Record<string, unknown>
      >;
      return answer[configuration.tool]?.['deployment_id'];
    };

    expect(await deployment('moodle')).to.equal('4');
    expect(await deployment('ilias')).to.equal(3);
    expect(await deployment('canvas')).to.be.undefined;
  });

  it('says where everything is, with the keys that sign', async () => {
    const { lms, platform } = await opened('ilias');

    expect(platform).to.include({
      issuer: lms.issuer,
      authorization_endpoint: lms.registration.authorizationUrl,
      token_endpoint: lms.registration.tokenUrl,
    });
    expect(await (await fetch(String(platform['jwks_uri']))).json()).to.deep.equal(lms.keys.published);
    expect(platform['scopes_supported']).to.deep.equal(['openid']);
  });

  it('is done by hand in OpenOLAT', async () => {
    const lms = await Lms.start({ profile: 'openolat' });
    started.push(lms);

    expect(() => lms.registrationUrl('http://tool.test/lti/register')).to.throw('by hand');
  });
});
