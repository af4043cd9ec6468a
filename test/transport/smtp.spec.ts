import ICAL from 'ical.js';
import { expect } from 'chai';
import { MailRefused, type Message } from '../../src/index.js';
import { Mailers, MailServer, message } from '../support/mail-server.js';
import { rejection } from '../support/rejections.js';

describe('A mail by SMTP', () => {
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

  const send = (what: Partial<Message> = {}): Promise<void> =>
    mailers.to(server.url).send({ ...message, ...what });

  async function sent(what: Partial<Message> = {}) {
    await send(what);
    return server.mails.at(-1)!;
  }

  it('is a text and the same in HTML, to one address, and says that nobody wrote it', async () => {
    const mail = await sent();

    expect([mail.sentFrom, mail.sentTo]).to.deep.equal(['no-reply@campus.example', ['u1@example.org']]);
    expect(mail.from?.value).to.deep.equal([{ name: 'Séances', address: 'no-reply@campus.example' }]);
    expect(mail.headers.get('content-type')).to.have.property('value', 'multipart/alternative');
    expect([mail.subject, mail.text, mail.html]).to.deep.equal([message.subject, message.text, message.html]);
    expect(mail.headers.get('auto-submitted')).to.equal('auto-generated');
    expect(mail.date?.getTime()).to.be.closeTo(Date.now(), 60_000);
    expect(mail.attachments).to.deep.equal([]);
    expect(mail.headers.has('x-mailer')).to.equal(false);
  });

  it('has the id of its notice, each time that it is sent, and another one than other notices', async () => {
    const id = '01936f2e-8f5b-7000-8000-000000000001';
    const ids = [];
    for (const noticeId of [id, id, 'n:2 <x>\r\nBcc: u2@example.org'])
      ids.push((await sent({ noticeId })).messageId);

    expect(ids).to.deep.equal([
      `<${id}@campus.example>`,
      `<${id}@campus.example>`,
      '<n-2--x---Bcc--u2-example-org@campus.example>',
    ]);
    expect((await sent()).messageId).to.match(/^<[\w-]+@campus\.example>$/);
  });

  it('has the headers of its message as they are, however long', async () => {
    const address = `<https://campus.example/plugins/seances/api/v1/unsubscribe/${'a1B2'.repeat(60)}>`;
    const { headerLines } = await sent({
      headers: { 'List-Unsubscribe': address, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
    });
    const lineOf = (key: string) =>
      headerLines.find((one) => one.key === key)?.line.replace(/\r?\n\s+/g, ' ');

    expect(lineOf('list-unsubscribe')).to.equal(`List-Unsubscribe: ${address}`);
    expect(lineOf('list-unsubscribe-post')).to.equal('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  });

  it('attaches its calendar, published, as it is', async () => {
    const content = [
      ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Séances//FR', 'METHOD:PUBLISH', 'BEGIN:VEVENT'],
      ...['UID:s1@seances', 'SEQUENCE:3', 'DTSTAMP:20261129T090000Z', 'DTSTART:20261201T090000Z'],
      ...['SUMMARY:Éducation à l’œuvre', 'STATUS:CANCELLED', 'END:VEVENT', 'END:VCALENDAR', ''],
    ].join('\r\n');
    const mail = await sent({ calendar: { name: 'seances.ics', method: 'PUBLISH', content } });

    expect(mail.headers.get('content-type')).to.have.property('value', 'multipart/mixed');
    expect(mail.attachments).to.have.length(1);
    const [file] = mail.attachments;
    expect(file).to.include({ filename: 'seances.ics', contentDisposition: 'attachment' });
    expect(mail.raw).to.match(
      /^Content-Type: text\/calendar; method=PUBLISH; charset=utf-8;\s+name=seances\.ics\r$/m,
    );
    expect(file?.content.toString('utf8')).to.equal(content);
    const calendar = new ICAL.Component(ICAL.parse(file?.content.toString('utf8') ?? '') as unknown[]);
    expect(calendar.getFirstPropertyValue('method')).to.equal('PUBLISH');
    expect(calendar.getFirstSubcomponent('vevent')?.getFirstPropertyValue('summary')).to.equal(
      'Éducation à l’œuvre',
    );
    expect([mail.text, mail.html]).to.deep.equal([message.text, message.html]);
  });

  it('has no header more for what a subject or a header is made of', async () => {
    const attack = 'Été\r\nBcc: u2@example.org\r\n\r\n<script>\u0000\n';
    const mail = await sent({ subject: attack, headers: { 'List-Id': attack } });

    expect(mail.subject).to.equal('Été Bcc: u2@example.org <script>');
    expect([mail.sentTo, mail.headers.has('bcc')]).to.deep.equal([['u1@example.org'], false]);
    expect([mail.text, mail.html]).to.deep.equal([message.text, message.html]);
  });

  for (const name of ['Bcc', 'from', 'Content-Type', 'Message-ID', 'List-Id: x\r\nBcc', 'List Id', ''])
    it(`is refused with a header ${JSON.stringify(name)}`, async () => {
      const failure = await rejection(send({ headers: { [name]: 'u2@example.org' } }));

      expect(MailRefused.is(failure)).to.equal(true);
      expect([server.mails, server.connections]).to.deep.equal([[], 0]);
    });

  for (const address of [
    ...[
      'u1',
      'u1@',
      '@example.org',
      'u1@example.org, u2@example.org',
      'u1@example.org\r\nBcc:u2@example.org',
    ],
    ...['Zoé <u1@example.org>', 'u1@[127.0.0.1]', 'u1@example..org ', 'u1@-', '"a b"@example.org'],
    ...['u1\u200b@example.org', `${'a'.repeat(65)}@example.org`, `a@${'b'.repeat(255)}`],
  ])
    it(`is refused to ${JSON.stringify(address)}, which is no address, in words without it`, async () => {
      mailers.contacts.add({ userId: 'u1', address });
      const failure = await rejection(send());

      expect(MailRefused.is(failure)).to.equal(true);
      expect(String(failure)).to.equal('MailRefused: The address of user u1 is none.');
      expect(server.connections).to.equal(0);
    });

  it('is left, and nobody is asked, for who has no address, or is not known', async () => {
    mailers.contacts.add({ userId: 'u1', locale: 'fr' });
    mailers.contacts.add({ userId: 'u2', address: '' });
    for (const toUserId of ['u1', 'u2', 'u3']) await send({ toUserId });

    expect(server.connections).to.equal(0);
  });

  it('is one of many that go by few connections, which are ended when all are sent', async () => {
    let [now, most] = [0, 0];
    server.beforeTaking = async () => {
      most = Math.max(most, (now += 1));
      await new Promise((resolve) => setTimeout(resolve, 5));
      now -= 1;
    };
    const ids = Array.from({ length: 250 }, (_, index) => `m${index}`);
    for (const userId of ids) mailers.contacts.add({ userId, address: `${userId}@example.org` });
    const mailer = mailers.to(server.url);
    await Promise.all(ids.map((toUserId) => mailer.send({ ...message, toUserId })));

    const addresses = server.mails.flatMap(({ sentTo }) => sentTo);
    expect(addresses).to.have.members(ids.map((id) => `${id}@example.org`));
    expect([most, server.connections]).to.deep.equal([3, 3]);
  });

  it('that is being sent is sent before the mailer stops, and no other one is', async () => {
    let take = (): void => undefined;
    const isTaken = new Promise<void>((resolve) => (take = resolve));
    const arrives = new Promise<void>((resolve) => {
      server.beforeTaking = () => {
        resolve();
        return isTaken;
      };
    });
    const mailer = mailers.to(server.url);
    const sending = mailer.send(message);
    await arrives;
    let hasStopped = false;
    const stopping = mailer.stop().then(() => (hasStopped = true));
    expect(await rejection(mailer.send(message))).to.be.instanceOf(Error);
    expect(hasStopped).to.equal(false);
    take();
    await Promise.all([sending, stopping]);

    expect(server.mails).to.have.length(1);
  });
});
