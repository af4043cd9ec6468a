import { expect } from 'chai';
import { WrongCall } from '../../src/cli/command.js';
import { mailerOf } from '../../src/cli/mail.js';
import { Mailers, MailServer, message } from '../support/mail-server.js';
import { rejection } from '../support/rejections.js';

describe('The mails of seances serve', () => {
  const { contacts } = new Mailers();

  it('are sent by the server that is named, to the contacts of the host', async () => {
    const server = await MailServer.start();
    const environment = { SMTP_URL: server.url, MAIL_FROM: 'Séances <no-reply@campus.example>' };
    const mailer = await mailerOf({ environment }, { contacts });
    await mailer?.send(message);
    await mailer?.stop();
    await server.stop();

    expect(server.mails.map(({ sentFrom, sentTo }) => [sentFrom, sentTo])).to.deep.equal([
      ['no-reply@campus.example', ['u1@example.org']],
    ]);
  });

  it('are not sent when no server is named', async () => {
    const environment = { SMTP_URL: '', MAIL_FROM: '' };

    expect(await mailerOf({ environment }, { contacts })).to.equal(undefined);
  });

  it('have a server and a sender, or neither', async () => {
    for (const environment of [{ SMTP_URL: 'smtp://mail.example' }, { MAIL_FROM: 'a@b.example' }])
      expect(await rejection(mailerOf({ environment }, { contacts }))).to.be.instanceOf(WrongCall);
  });
});
