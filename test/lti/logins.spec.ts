import { expect } from 'chai';
import type { Instant } from '../../src/index.js';
import { ltiMigrations, migrateToLatest } from '../../src/adapters/knex/migrate.js';
import { Keys } from '../../src/lti/keys.js';
import { Logins } from '../../src/lti/logins.js';
import { Registrations } from '../../src/lti/registrations.js';
import { Sessions } from '../../src/lti/sessions.js';
import { LtiStore } from '../../src/lti/store.js';
import { onEveryDatabase } from '../support/databases.js';

const asked = {
  iss: 'https://campus.example',
  login_hint: 'u',
  target_link_uri: 'https://seances.example/lti/launch',
};
const platform = {
  ...{ issuer: asked.iss, name: 'Campus', authUrl: `${asked.iss}/auth`, tokenUrl: `${asked.iss}/token` },
  ...{ keysUrl: `${asked.iss}/keys`, tokenAudience: null },
};

onEveryDatabase('What the LTI host keeps', (database) => {
  let now = Date.parse('2026-11-30T10:00:00Z');
  const clock = { now: () => `${new Date(now).toISOString().slice(0, 19)}Z` as Instant };
  /** As of two processes on one database. */
  const two = () =>
    [new LtiStore(database.open, clock), new LtiStore(database.openAnother(), clock)] as const;
  const later = (seconds: number) => (now += seconds * 1_000);

  before(() => migrateToLatest(database.knex, ltiMigrations));

  it('is a login that one launch comes back to, of two at once in two processes', async () => {
    const [here, there] = two();
    const { state } = await new Logins(here).begin('r', asked);
    const taken = await Promise.all([here, there].map((store) => new Logins(store).take(state)));

    expect(taken.toSorted()).to.deep.equal([false, true]);
    expect(await new Logins(here).find(state)).to.equal(undefined);
  });

  it('is a launch that one browser proves, once', async () => {
    const [here, there] = two();
    const { state, browser } = await new Logins(here).begin('r', asked);
    const kept = await Promise.all([here, there].map((store) => new Logins(store).keep(state, '{}')));
    expect(kept.toSorted()).to.deep.equal([false, true]);
    expect(await new Logins(there).prove(state, 'another')).to.equal(undefined);
    const proven = await Promise.all([here, there].map((store) => new Logins(store).prove(state, browser)));

    expect(proven.filter((launch) => launch === '{}')).to.have.length(1);
  });

  it('is a login for ten minutes, of the browser in which it was begun', async () => {
    const [store] = two();
    const logins = new Logins(store);
    const { state, nonce, browser } = await logins.begin('r', asked);
    const found = await logins.find(state);
    expect(found).to.deep.include({ registrationId: 'r', nonce, asked });
    expect([found?.isOf(browser), found?.isOf('x'), found?.isOf(undefined)]).to.deep.equal([
      true,
      false,
      false,
    ]);
    later(601);

    expect(await logins.find(state)).to.equal(undefined);
    expect(await logins.take(state)).to.equal(false);
    await logins.begin('r', asked);
    expect(await database.knex('seance_lti_login')).to.have.length(1);
  });

  it('is a registration for each client of an issuer', async () => {
    const registrations = new Registrations(two()[0]);
    const first = await registrations.add({ ...platform, clientId: 'one' });
    expect(await registrations.add({ ...platform, clientId: 'two' })).not.to.equal(undefined);
    expect(await registrations.add({ ...platform, clientId: 'one' })).to.equal(undefined);
    expect(await registrations.find(asked.iss, 'one')).to.deep.equal([first]);
    expect(await registrations.find(asked.iss, undefined)).to.have.length(2);
    expect(await registrations.find('https://other.example', 'one')).to.deep.equal([]);
  });

  it('is a tenant for each deployment, made once by two processes at once', async () => {
    const [one, other] = two().map((store) => new Registrations(store));
    const [made, same] = await Promise.all([
      one?.tenantOf('r', 'd-1', ['https://a.example']),
      other?.tenantOf('r', 'd-1', ['https://b.example']),
    ]);
    expect(made?.id).to.equal(same?.id);
    expect((await one?.tenant(made?.id ?? ''))?.frameOrigins.toSorted()).to.deep.equal([
      'https://a.example',
      'https://b.example',
    ]);
    expect((await one?.tenantOf('r', 'd-2', []))?.id).not.to.equal(made?.id);
  });

  it('is an invitation that is used once, within a week', async () => {
    const [one, other] = two().map((store) => new Registrations(store));
    const token = (await one?.invite()) ?? '';
    const used = await Promise.all([one?.redeem(token), other?.redeem(token)]);
    expect(used.toSorted()).to.deep.equal([false, true]);
    const late = (await one?.invite()) ?? '';
    later(7 * 24 * 3_600);
    expect(await one?.redeem(late)).to.equal(false);
  });

  it('is a key that is published before it signs, and after', async () => {
    const keys = new Keys(two()[0], undefined);
    const first = (await keys.signing()).kid;
    await keys.rotate();
    const kids = async () => (await keys.published()).keys.map(({ kid }) => kid);
    const [, second] = await kids();
    expect(await kids()).to.deep.equal([first, second]);
    expect((await keys.signing()).kid).to.equal(first);
    later(3_600);
    expect((await keys.signing()).kid).to.equal(second);
    later(7 * 24 * 3_600);
    expect(await kids()).to.deep.equal([second]);
    const [key] = (await keys.published()).keys;
    expect(key).to.have.all.keys('kty', 'n', 'e', 'kid', 'alg', 'use');
  });

  it('is a secret of sessions that processes agree on', async () => {
    const secrets = await Promise.all(two().map((store) => new Keys(store, undefined).ofSessions()));

    expect(Buffer.compare(...(secrets as [Uint8Array, Uint8Array]))).to.equal(0);
  });

  it('is a session for a quarter of an hour, which goes on while it is used', async () => {
    const [store] = two();
    const sessions = new Sessions(new Keys(store, undefined), store);
    const session = {
      ...{
        platformId: 'p',
        spaceId: 's',
        memberId: 'm',
        name: 'Zoé',
        locale: 'fr',
        timeZone: 'Europe/Paris',
      },
      launchedAt: store.epochSeconds(),
    };
    const sent = `Bearer ${await sessions.token(session)}`;
    expect(await sessions.of(sent)).to.deep.include(session);
    expect(await sessions.of(`${sent.slice(0, -2)}AA`)).to.equal(undefined);
    expect(await sessions.of(null)).to.equal(undefined);
    const foreign = new Sessions(new Keys(store, 'a secret of somebody else, so long'), store);
    expect(await foreign.of(sent)).to.equal(undefined);
    later(15 * 60);
    expect(await sessions.of(sent)).to.equal(undefined);
    expect(await sessions.renewable(sent)).to.deep.include(session);
    later(3_600);
    expect(await sessions.renewable(sent)).to.equal(undefined);
    later(11 * 3_600);
    expect(await sessions.renewable(`Bearer ${await sessions.token(session)}`)).to.equal(undefined);
  });
});
