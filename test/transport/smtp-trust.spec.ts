import { expect } from 'chai';
import type { SMTPServerOptions } from 'smtp-server';
import { MailRefused } from '../../src/index.js';
import { Mailers, MailServer, message } from '../support/mail-server.js';
import { rejection } from '../support/rejections.js';

const password = 'p@ss:w%rd/é';
const user = 'séances@campus';

describe('A mail server is trusted', () => {
  let mailers: Mailers;
  let servers: MailServer[];

  beforeEach(() => {
    mailers = new Mailers();
    servers = [];
  });

  afterEach(async () => {
    await mailers.stop();
    await Promise.all(servers.map((one) => one.stop()));
  });

  async function started(options: SMTPServerOptions): Promise<MailServer> {
    const server = await MailServer.start(options);
    servers.push(server);
    return server;
  }

  const withoutTls: SMTPServerOptions = { disabledCommands: ['STARTTLS'] };

  it('with a mail in the clear when it offers no STARTTLS on loopback, and not where it is required', async () => {
    const server = await started(withoutTls);
    await mailers.to(server.url).send(message);
    expect(server.mails.map(({ isSecure }) => isSecure)).to.deep.equal([false]);

    const failure = await rejection(mailers.to(`${server.url}?starttls=required`).send(message));
    expect(server.mails).to.have.length(1);
    expect(String(failure)).to.match(/STARTTLS/);
    expect(MailRefused.is(failure)).to.equal(false);
  });

  it('with whatever certificate on loopback, and not where STARTTLS is required', async () => {
    const server = await started({});
    for (const url of [server.url, `${server.url}?starttls=optional`]) await mailers.to(url).send(message);
    expect(server.mails.map(({ isSecure }) => isSecure)).to.deep.equal([true, true]);

    const failure = await rejection(mailers.to(`${server.url}?starttls=required`).send(message));
    expect(server.mails).to.have.length(2);
    expect(String(failure)).to.match(/certificate/);
    expect(MailRefused.is(failure)).to.equal(false);
  });

  it('by TLS from the first byte', async () => {
    const server = await started({ secure: true });
    await mailers.to(server.url.replace('smtp:', 'smtps:')).send(message);

    expect(server.mails.map(({ isSecure }) => isSecure)).to.deep.equal([true]);
  });

  const asking = (told: unknown[]): SMTPServerOptions => ({
    ...{ authOptional: false, authMethods: ['PLAIN'] },
    onAuth: ({ username, password: secret }, _session, done) => {
      told.push([username, secret]);
      if (secret === password) return done(null, { user: username });
      const leak = Buffer.from(`\0${username}\0${secret}`).toString('base64');
      done(Object.assign(new Error(`no: ${secret} ${leak}`), { responseCode: 535 }));
    },
  });

  const urlWith = (secret: string, { url }: MailServer): string =>
    url.replace('//', `//${encodeURIComponent(user)}:${encodeURIComponent(secret)}@`);

  it('with a user and a password, whatever signs are in them', async () => {
    const told: unknown[] = [];
    const server = await started(asking(told));
    await mailers.to(urlWith(password, server)).send(message);

    expect(told).to.deep.equal([[user, password]]);
    expect(server.mails).to.have.length(1);
  });

  it('with a password that it repeats when it does not take it, of which nothing is said', async () => {
    const server = await started(asking([]));
    const failure = await rejection(mailers.to(urlWith('hunter2', server)).send(message));

    expect(String(failure)).to.equal('Error: The mail server does not take the user and the password (535).');
    expect(Object.keys(failure as Error)).to.deep.equal([]);
    expect(MailRefused.is(failure)).to.equal(false);
  });

  it('with no mail when it asks for no password and was to get one', async () => {
    const server = await started({ disabledCommands: ['AUTH'] });

    expect(MailRefused.is(await rejection(mailers.to(urlWith('hunter2', server)).send(message)))).to.equal(
      false,
    );
    expect(server.mails).to.deep.equal([]);
  });

  for (const [url, says] of [
    ['', /^The mail server is named as/],
    ['mail.example', /^The mail server is named as/],
    ['http://user:hunter2@mail.example', /^The mail server is named as/],
    ['smtp:', /^The mail server is named as/],
    ['smtp://', /^The mail server is named as/],
    ['smtp://user:hunter2@mail.example:99999', /^The mail server is named as/],
    ['smtp://user:hunter2@mail.example/inbox', /^The mail server is named as/],
    ['smtp://user:hunter2@mail.example#inbox', /^The mail server is named as/],
    ['smtp://user:hunter2@mail.example?tls=no', /takes \?starttls=, and nothing else/],
    ['smtp://user:hunter2@mail.example?starttls=no', /is required or optional/],
    ['smtps://user:hunter2@mail.example?starttls=optional', /by smtps has no STARTTLS/],
    ['smtp://hunter2@mail.example', /has a user and a password, or neither/],
    ['smtp://:hunter2@mail.example', /has a user and a password, or neither/],
    ['smtp://user:hunter2%@mail.example', /such as % are written as %25/],
  ] as const)
    it(`never at ${JSON.stringify(url)}, which is said at once, and without the password`, () => {
      const refusal = refusalOf(() => mailers.to(url));

      expect(refusal).to.match(says);
      expect(refusal).to.not.contain('hunter2');
    });

  for (const from of [
    ...['', 'Séances', 'Séances <>', 'Séances <no-reply>', '<a@b.example> <c@d.example>'],
    ...['a@b.example, c@d.example', 'A\r\nBcc: c@d.example <a@b.example>', 'séances@campus.example'],
  ])
    it(`with no mail from ${JSON.stringify(from)}, which is said at once`, () => {
      expect(refusalOf(() => mailers.to('smtp://mail.example', { from }))).to.match(
        /^Mails are from an address such as "Séances <no-reply@campus\.example>", and ".*" is none\.$/,
      );
    });

  it('with mails from a name of any signs, or from none', async () => {
    const server = await started({});
    const senders = {
      '"Dupont, Marie (Æ)" <a@b.example>': { name: 'Dupont, Marie (Æ)', address: 'a@b.example' },
      'a@b.example': { name: '', address: 'a@b.example' },
      '<a@b.example>': { name: '', address: 'a@b.example' },
      'École <a@école.example>': { name: 'École', address: 'a@école.example' },
    };
    for (const [from, sender] of Object.entries(senders)) {
      await mailers.to(server.url, { from }).send({ ...message, noticeId: 'n1' });
      expect(server.mails.at(-1)?.from?.value, from).to.deep.equal([sender]);
    }
    expect(server.mails.at(-1)?.messageId).to.equal('<n1@xn--cole-9oa.example>');
  });
});

function refusalOf(make: () => unknown): string {
  try {
    make();
  } catch (error) {
    return (error as Error).message;
  }
  return expect.fail('It was to be refused.');
}
