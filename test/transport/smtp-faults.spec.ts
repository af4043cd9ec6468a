import type { Socket } from 'node:net';
import { expect } from 'chai';
import { MailRefused } from '../../src/index.js';
import { Mailers, MailServer, message, StubbornServer } from '../support/mail-server.js';
import { rejection } from '../support/rejections.js';

describe('A mail server that', () => {
  let server: MailServer;
  let mailers: Mailers;

  beforeEach(async () => {
    server = await MailServer.start();
    mailers = new Mailers();
  });

  afterEach(async () => {
    await mailers.stop();
    await server.stop();
  });

  for (const command of ['from', 'to', 'data'] as const)
    it(`does not take a mail now, at ${command.toUpperCase()}, takes it by the same mailer later`, async () => {
      const mailer = mailers.to(server.url);
      server.replies[command].push([450, 'u1@example.org is busy']);
      const failure = await rejection(mailer.send(message));

      expect(MailRefused.is(failure)).to.equal(false);
      expect(String(failure)).to.match(/^Error: A mail could not be sent: .*450 … is busy/);
      await mailer.send(message);
      expect(server.mails).to.have.length(1);
    });

  for (const command of ['to', 'data'] as const)
    it(`refuses a mail, at ${command.toUpperCase()}, refuses it for good, and takes others`, async () => {
      const mailer = mailers.to(server.url);
      server.replies[command].push([550, 'u1@example.org is nobody']);
      const failure = await rejection(mailer.send(message));

      expect(MailRefused.is(failure)).to.equal(true);
      expect(String(failure)).to.match(/^MailRefused: The mail server refused a mail: .*550 … is nobody/);
      await mailer.send({ ...message, toUserId: 'u2' });
      expect(server.mails.map(({ sentTo }) => sentTo)).to.deep.equal([['u2@example.org']]);
    });

  it('refuses the sender refuses no mail for good', async () => {
    server.replies.from.push([550, 'nobody sends by me without a password']);

    expect(MailRefused.is(await rejection(mailers.to(server.url).send(message)))).to.equal(false);
  });

  it('has ended the connection meanwhile gets the next mail by another', async () => {
    const mailer = mailers.to(server.url);
    await mailer.send(message);
    server.dropAll();
    await mailer.send(message);

    expect([server.mails.length, server.connections]).to.deep.equal([2, 2]);
  });

  it('is not there refuses no mail for good', async () => {
    await server.stop();
    const failure = await rejection(mailers.to(server.url).send(message));
    server = await MailServer.start();

    expect(MailRefused.is(failure)).to.equal(false);
    expect(String(failure)).to.match(/ECONNREFUSED/);
  });

  /** Says what a server says until a mail is to come, and then `last`. */
  const polite =
    (last: (socket: Socket) => void) =>
    (socket: Socket): void => {
      socket.write('220 polite\r\n');
      socket.on('data', (chunk) => {
        const text = chunk.toString();
        if (text.startsWith('DATA')) socket.write('354 go on\r\n');
        else if (/^(?:EHLO|MAIL|RCPT)/.test(text)) socket.write('250 fine\r\n');
        else if (text.endsWith('\r\n.\r\n')) last(socket);
      });
    };

  const drip = (socket: Socket): void => {
    socket.write('250');
    const dripping = setInterval(() => socket.write('-'), 20);
    socket.on('close', () => clearInterval(dripping));
  };

  for (const [what, talk, limits, says] of [
    ['never greets', () => undefined, { greeting: 100 }, /Greeting never received/],
    ['ends before it greets', (socket: Socket) => void socket.end(), {}, /connection|closed/i],
    ['greets as none', (socket: Socket) => void socket.end('HTTP/1.1 400\r\n'), {}, /greeting/i],
    ['says nothing to a mail', polite(() => undefined), { silence: 150 }, /Timeout/],
    ['says a sign now and then', polite(drip), { silence: 5_000, mail: 300 }, /took too long over one mail/],
    ['breaks off', polite((socket) => socket.destroy()), {}, /connection|closed|ECONNRESET/i],
  ] as const)
    it(`${what} keeps no mail for longer than it may, and refuses none for good`, async () => {
      const stubborn = await StubbornServer.start(talk);
      const begun = Date.now();
      const failure = await rejection(mailers.to(stubborn.url, { limits }).send(message));
      const lasted = Date.now() - begun;
      await stubborn.stop();

      expect(MailRefused.is(failure)).to.equal(false);
      expect(String(failure)).to.match(says);
      expect(lasted).to.be.below(3_000);
    });

  it('keeps a mail gives its turn to others when it is given up', async () => {
    let first = true;
    const slow = await StubbornServer.start((socket) => {
      const wait = first;
      first = false;
      polite((one) => (wait ? undefined : one.write('250 taken\r\n')))(socket);
    });
    const mailer = mailers.to(slow.url, { limits: { mail: 400 } });
    const results = await Promise.allSettled(Array.from({ length: 12 }, () => mailer.send(message)));
    await slow.stop();

    expect(results.filter(({ status }) => status === 'rejected')).to.have.length(1);
  });
});
