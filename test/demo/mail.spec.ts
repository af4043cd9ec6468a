import { expect } from 'chai';
import { createDemoHost } from '../../demo/demo-host.js';
import { startDemo } from '../../demo/start-demo.js';
import { RecordingLogger } from '../../src/testing/index.js';
import { MailServer, message } from '../support/mail-server.js';
import { rejection } from '../support/rejections.js';

describe('The mails of the reference host', () => {
  const from = 'Séances <seances@example.org>';

  it('are sent to an address of each user', async () => {
    const server = await MailServer.start();
    const { mailer } = createDemoHost('sqlite::memory:', undefined, { url: server.url, from });
    for (const toUserId of ['trainer1', 'nobody', 'learner1']) await mailer.send({ ...message, toUserId });
    await mailer.stop();
    await server.stop();

    expect(server.mails.map(({ sentTo }) => sentTo)).to.deep.equal([
      ['trainer1@example.org'],
      ['learner1@example.org'],
    ]);
    expect(mailer.mails.map(({ address }) => address)).to.deep.equal([
      'learner1@example.org',
      'trainer1@example.org',
    ]);
  });

  it('are kept for its outbox without a server', async () => {
    const { mailer } = createDemoHost('sqlite::memory:');
    for (const toUserId of ['trainer1', 'nobody']) await mailer.send({ ...message, toUserId });

    expect(mailer.mails.map(({ id, sentAt, ...mail }) => mail)).to.deep.equal([
      { ...message, toUserId: 'trainer1', address: 'trainer1@example.org' },
    ]);
  });

  it('are not in its outbox when the server has not taken them', async () => {
    const server = await MailServer.start();
    const { mailer } = createDemoHost('sqlite::memory:', undefined, { url: server.url, from });
    await server.stop();
    await rejection(mailer.send({ ...message, toUserId: 'trainer1' }));
    await mailer.stop();

    expect(mailer.mails).to.deep.equal([]);
  });

  it('say in a sentence that a server is none', async () => {
    const environment = { port: 0, databaseUrl: 'sqlite::memory:', seedSize: 0, mail: { url: 'x', from } };

    expect(String(await rejection(startDemo(environment, new RecordingLogger())))).to.match(
      /^Error: The mail server is named as smtp:\/\//,
    );
  });
});
