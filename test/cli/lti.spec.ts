import { expect } from 'chai';
import { onDatabase } from '../support/databases.js';
import { run } from './command.js';

onDatabase('seances lti', (database) => {
  const lti = (...args: readonly string[]) =>
    run(['lti', ...args, '--database', database.address, '--public-url', 'https://seances.example']);
  const campus = ['--issuer', 'https://campus.example', '--client-id', 'c-1', '--name', 'Campus'];
  const addresses = ['auth', 'token', 'keys'].flatMap((name) => [
    `--${name}-url`,
    `https://campus.example/${name}`,
  ]);

  it('registers a platform by hand, once, with the audience that it wants for its tokens', async () => {
    const audience = ['--token-audience', 'https://api.campus.example/token'];
    const added = await lti('add', ...campus, ...addresses, ...audience);
    const again = await lti('add', ...campus, ...addresses);
    const listed = await lti('list');

    expect(added.code).to.equal(0);
    expect(added.output).to.match(/^Campus is registered\./);
    for (const path of ['launch', 'login', 'jwks.json'])
      expect(added.output).to.contain(`: https://seances.example/lti/${path}\n`);
    expect(again.code).to.equal(1);
    expect(listed.output).to.equal('Campus: https://campus.example, client c-1\n1 registered.\n');
    expect(await database.knex('seance_lti_registration').first()).to.deep.include({
      ...{ issuer: 'https://campus.example', client_id: 'c-1', token_url: 'https://campus.example/token' },
      token_audience: 'https://api.campus.example/token',
    });
  });

  it('keeps whose pages may show the tool in a frame, and refuses what is no origin', async () => {
    const school = ['--issuer', 'https://school.example', '--client-id', 'c-2', ...addresses];
    const framed = await lti(
      'add',
      ...school,
      '--frame-origins',
      'https://a.example/x  https://b.example:8443',
    );
    const wrong = await lti('add', ...school, '--frame-origins', 'a.example');

    expect(framed.code).to.equal(0);
    expect(await database.knex('seance_lti_registration').where({ client_id: 'c-2' }).first()).to.include({
      frame_origins: 'https://a.example https://b.example:8443',
    });
    expect(wrong.code).to.equal(2);
    expect(wrong.errors).to.contain('this is none: a.example');
  });

  it('says what is missing', async () => {
    const { code, errors } = await lti('add', ...campus);

    expect(code).to.equal(2);
    expect(errors).to.contain('--auth-url, --token-url, --keys-url');
  });

  it('prints an address for one platform', async () => {
    const { output } = await lti('invite');

    expect(output).to.match(/^https:\/\/seances\.example\/lti\/register\?invitation=[\w-]{43}$/m);
  });
});
