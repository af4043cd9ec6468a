import { expect } from 'chai';
import { onSqlite } from '../support/databases.js';
import { message } from '../support/mail-server.js';
import { demoUnderTest, type DemoUnderTest } from './demo-under-test.js';

onSqlite('the outbox of the reference host', (database) => {
  let demo: DemoUnderTest;
  before(async () => {
    demo = demoUnderTest(database.address);
    await demo.mailer.send({ ...message, toUserId: 'learner1', subject: 'Un <b>objet</b>' });
    await demo.mailer.send({
      ...{
        ...message,
        toUserId: 'learner2',
        subject: 'Déplacée',
        headers: { 'List-Unsubscribe': '<https://x/>' },
      },
      ...{ html: '<p>Le <b>lundi</b></p><script>alert(1)</script>' },
      calendar: { name: 'seances.ics', method: 'PUBLISH', content: 'BEGIN:VCALENDAR' },
    });
  });
  after(() => demo.plugin.stop());

  it('lists the latest first, to whom and what about, for who is signed in', async () => {
    const text = await (await demo.get('/outbox', 'learner3')).text();
    expect([...text.matchAll(/href="\/outbox\/(\d+)"/g)].map(([, id]) => id)).to.deep.equal(['2', '1']);
    expect(text).to.contain('Benoît BAUDOUIN &lt;learner2@example.org&gt;');
    expect(text).to.contain('Un &lt;b&gt;objet&lt;/b&gt;');
    for (const path of ['/outbox', '/outbox/2', '/outbox/2/html', '/outbox/2/seances.ics'])
      expect((await demo.get(path)).headers.get('location'), path).to.equal(
        `/?to=${encodeURIComponent(path)}`,
      );
  });

  it('is linked from every page of who is signed in', async () => {
    expect(await (await demo.get('/spaces/demo', 'learner1')).text()).to.contain('href="/outbox"');
    expect(await (await demo.get('/')).text()).not.to.contain('href="/outbox"');
  });

  it('shows a mail with its headers, its text and its calendar', async () => {
    const text = await (await demo.get('/outbox/2', 'admin')).text();
    for (const part of [
      'Déplacée',
      '&lt;https://x/&gt;',
      message.text.trim(),
      'href="/outbox/2/seances.ics"',
    ])
      expect(text).to.contain(part);
    const file = await demo.get('/outbox/2/seances.ics', 'admin');
    expect(await file.text()).to.equal('BEGIN:VCALENDAR');
    expect(file.headers.get('content-type')).to.equal('text/calendar; method=PUBLISH; charset=utf-8');
    expect(file.headers.get('content-disposition')).to.equal('attachment; filename="seances.ics"');
    expect(await (await demo.get('/outbox/1', 'admin')).text()).not.to.contain('.ics');
  });

  it('shows its HTML in a frame of the same site, which loads and runs nothing', async () => {
    expect((await demo.get('/outbox/2', 'admin')).headers.get('content-security-policy')).to.contain(
      "frame-ancestors 'none'; frame-src 'self'",
    );
    const framed = await demo.get('/outbox/2/html', 'admin');
    expect(framed.headers.get('content-security-policy')).to.equal(
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; " +
        "frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox",
    );
    expect(framed.headers.get('x-frame-options')).to.equal('SAMEORIGIN');
    expect(await framed.text()).to.contain('<p>Le <b>lundi</b></p>');
  });

  it('has no page for a mail that was not sent, and no calendar of one without', async () => {
    for (const path of [
      '/outbox/3',
      '/outbox/3/html',
      '/outbox/3/seances.ics',
      '/outbox/1/seances.ics',
      '/outbox/2/x',
    ])
      expect((await demo.get(path, 'admin')).status, path).to.equal(404);
  });
});
