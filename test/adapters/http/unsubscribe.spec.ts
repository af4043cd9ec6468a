import { expect } from 'chai';
import type { NoticePreferences } from '../../../src/application/notice/own-notices.js';
import { refusedWith, type Sending } from '../../support/api.js';
import { endableMailTo } from '../../support/endable-mail.js';
import { onEveryMount } from '../../support/scene.js';

const form = 'application/x-www-form-urlencoded';
const oneClick: Sending = { as: null, headers: { 'content-type': form }, raw: 'List-Unsubscribe=One-Click' };

onEveryMount('The address that ends a mail', (scene) => {
  const at = (token: string) => `/api/v1/unsubscribe/${token}`;
  const preferencesOf = async (as: string) => {
    const { body } = await scene.api.get<NoticePreferences>('/api/v1/me/notice-preferences', { as });
    return body.kinds;
  };

  afterEach(async () => {
    for (const name of ['preference', 'settings'])
      await scene.database.knex(`seance_notice_${name}`).delete();
  });

  it('is a page that asks, loads and runs nothing, is kept nowhere, and changes nothing', async () => {
    const token = await endableMailTo('learner1', scene.database.knex, { locale: 'nl-BE' });
    const { status, headers, text } = await scene.api.get(at(token), { as: null });

    expect(status).to.equal(200);
    expect(headers.get('content-type')).to.equal('text/html; charset=utf-8');
    expect(headers.get('content-language')).to.equal('nl');
    expect(headers.get('cache-control')).to.equal('no-store');
    expect(headers.get('referrer-policy')).to.equal('no-referrer');
    expect(headers.get('content-security-policy')).to.match(/^default-src 'none'; .*frame-ancestors 'none'$/);
    expect(headers.get('x-content-type-options')).to.equal('nosniff');
    expect(text).to.contain('<form method="post">').and.to.contain('Herinneringen aan je bijeenkomsten');
    expect(text).not.to.match(/<script|<link|<img|style=|https?:/);
    expect((await preferencesOf('learner1')).reminder).to.equal('now');
  });

  for (const [what, headers] of [
    ['a program that reads mails', { 'content-type': form }],
    ['the page, of which browsers do not say where it is from', { 'content-type': form, origin: 'null' }],
    [
      'another site',
      { 'content-type': form, origin: 'https://mail.example', 'sec-fetch-site': 'cross-site' },
    ],
    ['a program that sends parts', { 'content-type': 'multipart/form-data; boundary=x' }],
  ] as const)
    it(`ends it for its reader alone, sent from ${what}, and once more`, async () => {
      const token = await endableMailTo('learner1', scene.database.knex);
      for (let time = 0; time < 2; time += 1) {
        const { status, text } = await scene.api.send('POST', at(token), { ...oneClick, headers });
        expect(status, text).to.equal(200);
        expect(text).to.contain('C&#39;est fait').and.not.to.contain('<form');
      }

      expect(await preferencesOf('learner1')).to.include({ reminder: 'never', change: 'now' });
      expect((await preferencesOf('learner2')).reminder).to.equal('now');
    });

  it('ends all that comes daily, for a mail that has it all', async () => {
    const json = { kinds: { change: 'daily', place: 'daily' } };
    await scene.api.send('PUT', '/api/v1/me/notice-preferences', { as: 'learner1', json });
    const token = await endableMailTo('learner1', scene.database.knex, { mail: 'digest' });
    for (let time = 0; time < 2; time += 1)
      expect((await scene.api.send('POST', at(token), oneClick)).status).to.equal(200);

    expect(await preferencesOf('learner1')).to.include({ change: 'never', place: 'never', reminder: 'now' });
  });

  it('ends nothing that the administrators have decided since, and says so', async () => {
    const json = { locked: ['reminder'] };
    await scene.api.send('PUT', '/api/v1/admin/notices', { as: 'admin', json });
    const token = await endableMailTo('learner1', scene.database.knex, { locale: 'en' });
    for (const { status, text } of [
      await scene.api.get(at(token), { as: null }),
      await scene.api.send('POST', at(token), oneClick),
    ]) {
      expect(status).to.equal(200);
      expect(text).to.contain('has decided that everybody').and.not.to.contain('<form');
    }
    await scene.api.send('PUT', '/api/v1/admin/notices', { as: 'admin', json: { locked: [] } });

    expect((await preferencesOf('learner1')).reminder).to.equal('now');
  });

  it('is none, which a page says, for a secret that is not one', async () => {
    const english = { 'accept-language': 'en' };
    for (const token of ['x', 'a'.repeat(43), '%00', '%F0%9F%98%80', '..%2F..', "'--", 'x'.repeat(3_000)])
      for (const answer of [
        await scene.api.get(at(token), { as: null, headers: english }),
        await scene.api.send('POST', at(token), {
          ...oneClick,
          headers: { ...oneClick.headers, ...english },
        }),
      ]) {
        expect(answer.status, token).to.equal(404);
        expect(answer.text).to.contain('This link is not valid');
      }
  });

  it('is none any more when its reader is gone', async () => {
    const token = await endableMailTo('gone', scene.database.knex);
    await scene.plugin.tell({ type: 'user.gone', userId: 'gone' });

    expect((await scene.api.send('POST', at(token), oneClick)).status).to.equal(404);
    expect(await scene.database.knex('seance_notice_preference').where({ user_id: 'gone' })).to.deep.equal(
      [],
    );
  });

  it('takes a form, and nothing else', async () => {
    const token = await endableMailTo('learner1', scene.database.knex);
    for (const headers of [{}, { 'content-type': 'application/json' }, { 'content-type': 'text/plain' }]) {
      const answer = await scene.api.send('POST', at(token), { as: null, headers, raw: '{}' });
      refusedWith(answer, 415, 'unsupported-media-type');
    }
    expect((await preferencesOf('learner1')).reminder).to.equal('now');
  });
});

onEveryMount('Every other address', (scene) => {
  const path = '/api/v1/me/notice-preferences';

  it('takes no form', async () => {
    const answer = await scene.api.send('PUT', path, { ...oneClick, as: 'learner1' });
    refusedWith(answer, 415, 'unsupported-media-type');
  });

  it('takes nothing from another site', async () => {
    const headers = { origin: 'https://mail.example', 'sec-fetch-site': 'cross-site' };
    const json = { kinds: { reminder: 'never' } };
    refusedWith(await scene.api.send('PUT', path, { as: 'learner1', headers, json }), 403, 'cross-site');
  });
});
