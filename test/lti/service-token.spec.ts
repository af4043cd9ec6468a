import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import { expect } from 'chai';
import { Keys } from '../../src/lti/keys.js';
import { ServiceFault, ServiceTokens } from '../../src/lti/service-token.js';
import { onDatabase } from '../support/databases.js';
import { rejection } from '../support/rejections.js';
import { NrpsPeer } from './nrps-peer.js';
import { RosterScene } from './roster-scene.js';

const scope = 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly';
const trying = { allowHttp: true, allowPrivate: false };

onDatabase('A token for a service of a platform', (database) => {
  const scene = new RosterScene(database);
  let tokens: ServiceTokens;
  let keys: Keys;

  beforeEach(async () => {
    await scene.begin();
    keys = new Keys(scene.store, undefined);
    tokens = new ServiceTokens(keys, scene.store, trying);
  });

  afterEach(() => scene.end());

  const registration = (more: object = {}) => ({
    ...{
      id: 'r1',
      issuer: 'https://lms.example',
      clientId: 'client-1',
      name: '',
      tokenAudience: null,
      frameOrigins: [],
    },
    ...{ authUrl: '', keysUrl: '', tokenUrl: `${scene.peer.origin}/token` },
    ...more,
  });

  const ask = (more: object = {}, of = scope, by = tokens) =>
    by.ask(registration(more), of, `${scene.peer.origin}/members`, {});

  /** What the platform was told with the last request for a token, checked with our published keys. */
  async function assertion() {
    const form = scene.peer.tokenRequests.at(-1);
    const { payload, protectedHeader } = await jwtVerify(
      form?.get('client_assertion') ?? '',
      createLocalJWKSet((await keys.published()) as JSONWebKeySet),
      { currentDate: new Date(scene.store.now()) },
    );
    return { form, payload, protectedHeader };
  }

  it('is asked for with an assertion that this tool has signed', async () => {
    await ask();
    const { form, payload, protectedHeader } = await assertion();

    form?.delete('client_assertion');
    expect(Object.fromEntries(form ?? [])).to.deep.equal({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      scope,
    });
    expect(protectedHeader.alg).to.equal('RS256');
    const now = scene.store.epochSeconds();
    const { jti, ...claims } = payload;
    expect(claims).to.deep.equal({
      ...{ iss: 'client-1', sub: 'client-1', aud: `${scene.peer.origin}/token` },
      ...{ iat: now, exp: now + 300 },
    });
    await ask({ id: 'r2' });
    expect((await assertion()).payload.jti)
      .to.be.a('string')
      .and.not.equal(jti);
  });

  it('is asked of the audience that the platform has named', async () => {
    await ask({ tokenAudience: 'https://lms.example/audience' });
    expect((await assertion()).payload.aud).to.equal('https://lms.example/audience');
  });

  it('is kept until a minute before its end, for one registration and one scope', async () => {
    await ask();
    await ask();
    expect(scene.peer.tokenRequests).to.have.length(1);
    scene.clock.advance(3_539);
    await ask();
    expect(scene.peer.tokenRequests).to.have.length(1);
    scene.clock.advance(1);
    await ask();
    expect(scene.peer.tokenRequests).to.have.length(2);
    await ask({ id: 'r2' });
    await ask({}, 'another-scope');
    expect(scene.peer.tokenRequests).to.have.length(4);
  });

  it('that the service does not take is asked for anew, once', async () => {
    await ask();
    scene.peer.revoked.add('token-1');
    expect((await ask()).status).to.equal(200);
    expect(scene.peer.tokenRequests).to.have.length(2);

    for (const token of ['token-2', 'token-3']) scene.peer.revoked.add(token);
    expect(await rejection(ask())).to.include({ problem: 'refused' });
    expect(scene.peer.tokenRequests).to.have.length(3);
  });

  for (const [title, answer] of Object.entries({
    'is refused': { status: 400, body: { error: 'invalid_client' } },
    'is given with another answer than success': { status: 500, body: { access_token: 'x' } },
    'is missing': { status: 200, body: {} },
    'is no text': { status: 200, body: { access_token: 7 } },
    'would be more than one header': { status: 200, body: { access_token: 'a\r\nx-other: b' } },
    'comes with nothing': { status: 200, body: null },
  }))
    it(`that ${title} is no token`, async () => {
      scene.peer.tokenAnswer = answer;
      const fault = await rejection(ask());

      expect(fault).to.be.instanceOf(ServiceFault).and.include({ problem: 'token-refused' });
      expect(scene.peer.pageRequests).to.have.length(0);
    });

  for (const [title, lasts, asked] of [
    ['lasts five minutes when the platform does not say', undefined, 1],
    ['lasts as long as a text says', '3600', 1],
    ['lasts five minutes when what is said is no time', 'long', 1],
    ['is used once when it lasts less than a minute', 30, 2],
  ] as const)
    it(title, async () => {
      scene.peer.tokenAnswer = { status: 200, body: { access_token: 'x', expires_in: lasts } };
      await ask();
      scene.clock.advance(200);
      await ask();

      expect(scene.peer.tokenRequests).to.have.length(asked);
    });

  it('is asked of no address that is not to be asked', async () => {
    const strict = new ServiceTokens(keys, scene.store, { allowHttp: false, allowPrivate: false });
    expect(await rejection(ask({}, scope, strict))).to.include({ problem: 'no-answer' });
    expect(scene.peer.tokenRequests).to.have.length(0);
  });

  it('is told to nobody when the platform does not answer', async () => {
    const gone = new NrpsPeer();
    await gone.start();
    const tokenUrl = `${gone.origin}/token`;
    await gone.stop();

    const fault = (await rejection(ask({ tokenUrl }))) as ServiceFault;
    expect(fault.problem).to.equal('no-answer');
    expect(fault.message).to.not.match(/eyJ/);
  });
});
