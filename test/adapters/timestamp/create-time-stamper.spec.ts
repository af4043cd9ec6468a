import { createServer } from 'node:http';
import { expect } from 'chai';
import {
  createTimeStamper,
  type TimeStamperOptions,
} from '../../../src/adapters/timestamp/create-time-stamper.js';
import { PkiTimeStampReader } from '../../../src/adapters/timestamp/pki-time-stamp-reader.js';
import { rejection } from '../../support/rejections.js';
import { type Misbehaviour, TimeStampServer } from '../../support/time-stamp-server.js';

const text = 'What was there on 29 November: présences';

describe('A time-stamp by HTTP', () => {
  let server: TimeStampServer;

  beforeEach(async () => {
    server = await TimeStampServer.start();
  });

  afterEach(async () => {
    await server.stop();
  });

  const stamp = (options: Partial<TimeStamperOptions> = {}) =>
    createTimeStamper({ url: server.url, ...options }).stamp(text);

  it('says when the service saw the hash of a text', async () => {
    server.now = new Date('2026-11-29T03:04:05.678Z');
    const token = await stamp();

    expect(await new PkiTimeStampReader().verify(token, text)).to.deep.equal({ at: '2026-11-29T03:04:05Z' });
  });

  it('is read whatever the hash of the certificate happens to look like', async () => {
    await server.takeReadableHash();

    expect(await stamp()).to.be.a('string');
  });

  it('sends the hash of the text alone, a nonce that is another each time, and asks for the certificate', async () => {
    await stamp();
    await stamp();

    const [first, second] = server.asked.map(({ request }) => request);
    expect(Buffer.from(first!.messageImprint.hashedMessage.valueBlock.valueHexView).toString('hex')).to.equal(
      '72d6ba6873713f3e06bac3f17e8dd2b6b1399282cb1dd1d9f4ca8de33cfe9212',
    );
    expect(first?.certReq).to.equal(true);
    expect(first?.nonce?.valueBlock.valueHexView).to.have.length(16);
    expect(first?.nonce?.isEqual(second?.nonce)).to.equal(false);
    expect(server.asked[0]?.headers).to.include({ 'content-type': 'application/timestamp-query' });
    expect(server.asked[0]?.headers).not.to.have.property('authorization');
  });

  it('says who asks where the address has a user and a password', async () => {
    await stamp({ url: server.url.replace('//', '//us%C3%A9r:p%40ss@') });

    const sent = server.asked[0]?.headers.authorization?.replace('Basic ', '') ?? '';
    expect(Buffer.from(sent, 'base64').toString()).to.equal('usér:p@ss');
  });

  const faults: Readonly<Record<Misbehaviour, RegExp>> = {
    'another-imprint': /is about something else/,
    'another-nonce': /answers another question/,
    'no-nonce': /answers another question/,
    refuses: /refuses: status 2, the clock is being set/,
    garbage: /an answer that is none/,
    endless: /gave none: it answered with more than 65536 bytes/,
    silent: /gave none: it took too long/,
    redirects: /gave none: it answered with 302/,
    'another-signer-named': /names another certificate/,
    'signature-changed': /signature of the time-stamp is not right/,
    'time-changed': /signature of the time-stamp is not right/,
    'not-signed-as-a-time': /is not signed as one/,
  };
  for (const [misbehaves, fault] of Object.entries(faults) as [Misbehaviour, RegExp][])
    it(`takes none of a service that does otherwise: ${misbehaves}`, async () => {
      server.misbehaves = misbehaves;
      // Only of one that says nothing does a test wait for the end of its time.
      const lasts = misbehaves === 'silent' ? 50 : 10_000;

      expect(await rejection(stamp({ lasts })))
        .to.be.instanceOf(Error)
        .with.property('message')
        .that.matches(fault);
    });

  it('takes none of a service that is not there, and says so without its password', async () => {
    const gone = createServer();
    await new Promise<void>((listening) => gone.listen(0, '127.0.0.1', listening));
    const { port } = gone.address() as { readonly port: number };
    await new Promise((closed) => gone.close(closed));

    const error = await rejection(stamp({ url: `http://user:secret@127.0.0.1:${port}` }));
    expect(error)
      .to.have.property('message')
      .that.matches(/gave none: .*ECONNREFUSED/);
    expect(error).to.have.property('message').that.does.not.include('secret');
  });

  it('takes none of a service that no authority vouches for, where one has to', async () => {
    const other = await TimeStampServer.start();
    try {
      const error = await rejection(stamp({ anchors: other.anchor }));
      expect(error)
        .to.have.property('message')
        .that.matches(/not right: .*certificate/);
      await stamp({ anchors: other.anchor + server.anchor });
    } finally {
      await other.stop();
    }
  });

  it('has an address of http or https', () => {
    for (const url of ['', 'tsa.example', 'file:///tsa', 'ftp://tsa.example'])
      expect(() => createTimeStamper({ url })).to.throw(/named by an address of http or https/);
  });
});
