import { expect } from 'chai';
import { createTimeStamper } from '../../../src/adapters/timestamp/create-time-stamper.js';
import { PkiTimeStampReader } from '../../../src/adapters/timestamp/pki-time-stamp-reader.js';
import { rejection } from '../../support/rejections.js';
import { type CertificateOf, purposeOf, TimeStampServer } from '../../support/time-stamp-server.js';

const text = 'What was there';
const then = new Date('2021-06-01T12:00:00Z');

describe('A time-stamp that is read again', () => {
  let server: TimeStampServer | undefined;

  afterEach(async () => {
    await server?.stop();
  });

  async function stamped(about: CertificateOf = {}, now = then): Promise<string> {
    server = await TimeStampServer.start(about);
    server.now = now;
    return createTimeStamper({ url: server.url }).stamp(text);
  }

  async function faultOf(token: Promise<string>): Promise<string> {
    return ((await rejection(token)) as Error).message;
  }

  it('is right after its certificate has ended', async () => {
    const token = await stamped({ notBefore: new Date('2021-01-01'), notAfter: new Date('2022-01-01') });

    const reader = new PkiTimeStampReader(server?.anchor);
    expect(await reader.verify(token, text)).to.deep.equal({ at: '2021-06-01T12:00:00Z' });
  });

  it('is not right when its certificate had ended, or had not begun, at its time', async () => {
    const about = { notBefore: new Date('2021-01-01'), notAfter: new Date('2022-01-01') };
    for (const now of ['2020-12-31T23:59:59Z', '2022-01-01T00:00:01Z']) {
      expect(await faultOf(stamped(about, new Date(now)))).to.include('was not valid at its time');
      await server?.stop();
    }
  });

  it('is signed with a certificate that is for time-stamps, and for nothing else', async () => {
    const { timeStamping, codeSigning } = purposeOf;
    const usages: CertificateOf['usage'][] = [
      undefined,
      { critical: false, purposes: [timeStamping] },
      { critical: true, purposes: [codeSigning] },
      { critical: true, purposes: [timeStamping, codeSigning] },
    ];
    for (const usage of usages) {
      expect(await faultOf(stamped({ usage }))).to.include('is not one for time-stamps');
      await server?.stop();
    }
  });

  it('is about its text alone', async () => {
    const token = await stamped();

    const error = await rejection(new PkiTimeStampReader().verify(token, `${text} `));
    expect(error).to.have.property('message', 'The time-stamp is about something else.');
  });

  it('is not right when any of its bytes that are signed is another', async () => {
    const token = Buffer.from(await stamped(), 'base64');
    const reader = new PkiTimeStampReader(server?.anchor);
    // The time of the stamp stands in it as text.
    const place = token.indexOf('20210601120000Z');
    expect(place).to.be.greaterThan(0);
    const changed = Buffer.from(token);
    changed[place + 3] = '2'.charCodeAt(0);

    expect(await rejection(reader.verify(changed.toString('base64'), text)))
      .to.have.property('message')
      .that.matches(/not right/);
  });

  it('is none when it is something else', async () => {
    for (const token of ['', 'bm9uZQ==', Buffer.from([0x30, 0]).toString('base64')])
      expect(await rejection(new PkiTimeStampReader().verify(token, text)))
        .to.have.property('message')
        .that.matches(/^It is no time-stamp: /);
  });
});
