import { expect } from 'chai';
import { onSqlite } from '../support/databases.js';
import { demoUnderTest } from './demo-under-test.js';

const json = { 'content-type': 'application/json' };

onSqlite('signing in to the reference host', (database) => {
  const post = async (path: string, body: string | URLSearchParams, headers = {}): Promise<Response> =>
    demoUnderTest(database.address).post(path, body, headers);
  const form = (values: Record<string, string>): URLSearchParams => new URLSearchParams(values);

  it('answers JSON with 204 and a cookie that scripts and other sites do not get', async () => {
    const response = await post('/sign-in', '{"user":"trainer1"}', json);
    expect(response.status).to.equal(204);
    expect(response.headers.get('set-cookie')).to.equal('demo_user=trainer1; Path=/; HttpOnly; SameSite=Lax');
  });

  it('answers a form with a redirect back', async () => {
    const response = await post('/sign-in', form({ user: 'learner4', to: '/spaces/demo?lang=en' }));
    expect(response.status).to.equal(303);
    expect(response.headers.get('location')).to.equal('/spaces/demo?lang=en');
    expect(response.headers.get('set-cookie')).to.contain('demo_user=learner4;');
  });

  it('redirects to no other site', async () => {
    const response = await post('/sign-in', form({ user: 'learner4', to: '/.//example.org/' }));
    expect(response.headers.get('location')).to.equal('/');
  });

  it('refuses an unknown user with a problem', async () => {
    for (const body of ['{"user":"nobody"}', '{"user":7}', '{"user":"__proto__"}', '{}', '[]', 'null']) {
      const response = await post('/sign-in', body, json);
      expect(response.status, body).to.equal(422);
      expect(response.headers.get('content-type')).to.equal('application/problem+json');
      expect(((await response.json()) as { code: string }).code).to.equal('unknown-user');
      expect(response.headers.get('set-cookie')).to.equal(null);
    }
  });

  it('shows the form again, and where it leads, when its user is unknown', async () => {
    const response = await post('/sign-in', form({ user: '<b>', to: '/spaces/demo' }));
    expect(response.status).to.equal(422);
    const page = await response.text();
    expect(page).to.contain('role="alert"').and.to.contain('value="/spaces/demo"').and.not.to.contain('<b>');
  });

  it('refuses what it cannot read with a 4xx', async () => {
    expect((await post('/sign-in', '{"user":', json)).status).to.equal(400);
    expect((await post('/sign-in', 'trainer1', { 'content-type': 'text/plain' })).status).to.equal(415);
    expect((await post('/sign-in', form({ user: 'x'.repeat(20_000) }))).status).to.equal(413);
  });

  it('refuses a form of another site', async () => {
    const foreign = { 'sec-fetch-site': 'cross-site' };
    expect((await post('/sign-in', form({ user: 'admin' }), foreign)).status).to.equal(403);
    expect((await post('/sign-out', form({}), foreign)).status).to.equal(403);
  });

  it('forgets the user who signs out', async () => {
    const response = await post('/sign-out', form({}));
    expect(response.status).to.equal(303);
    expect(response.headers.get('set-cookie')).to.match(/^demo_user=; Max-Age=0; Path=\//);
  });

  it('takes a cookie of somebody unknown for nobody', async () => {
    const response = await demoUnderTest(database.address).get('/spaces/demo', 'nobody');
    expect(response.status).to.equal(303);
    expect(response.headers.get('location')).to.equal('/?to=%2Fspaces%2Fdemo');
  });
});
