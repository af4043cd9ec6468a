import { once } from 'node:events';
import dns, { type LookupAddress, type LookupAllOptions } from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { expect } from 'chai';
import { HttpWebhookSender } from '../../../src/adapters/webhook/http-webhook-sender.js';
import { freePorts } from '../../support/server-program.js';
import { secret } from '../../support/webhooks.js';

/** What names lead to here: no name of the internet leads into a private network for sure. */
const inside: Readonly<Record<string, readonly string[]>> = {
  'private.example.org': ['10.1.2.3'],
  'link-local.example.org': ['169.254.169.254'],
  'one-of-two.example.org': ['203.0.113.7', '192.168.0.1'],
  'six.example.org': ['fd00::1'],
  'mapped.example.org': ['::ffff:10.1.2.3'],
};
const here: Readonly<Record<string, readonly string[]>> = {
  'here.example.org': ['127.0.0.1'],
  'here-twice.example.org': ['127.0.0.1', '127.0.0.2'],
};

const message = { id: 'm', payload: '{}', secrets: [secret] };

/** Where this machine may be asked, and for a moment alone. */
const impatient = new HttpWebhookSender(true, { lasts: 50, bytes: 1_000, isCut: true });

describe('The sender of webhooks', () => {
  const usual = dns.lookup;
  /** Never answers. */
  let server: Server;
  let connections = 0;
  /** Where nobody listens. */
  let free: number;

  before(async () => {
    [free = 0] = await freePorts(1);
    server = createServer(() => (connections += 1)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const lookup = (
      name: string,
      _: LookupAllOptions,
      done: (error: null, found: readonly LookupAddress[]) => void,
    ) => {
      const found = inside[name] ?? here[name] ?? [];
      done(
        null,
        found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      );
    };
    dns.lookup = lookup as unknown as typeof dns.lookup;
    syncBuiltinESMExports();
  });

  after(() => {
    dns.lookup = usual;
    syncBuiltinESMExports();
    server.close();
  });

  for (const name of Object.keys(inside))
    for (const allowHttp of [false, true])
      it(`asks nothing of ${name}, which leads to ${String(inside[name])}, ${allowHttp ? 'where this machine may be asked' : 'as platforms run it'}`, async () => {
        const sender = new HttpWebhookSender(allowHttp);

        expect(await sender.send(`https://${name}/hook`, message)).to.deep.equal({
          status: null,
          fault: 'address',
          detail: `${name} leads to an address that is not to be asked.`,
        });
      });

  it('makes no connection to this machine, by whatever name', async () => {
    const { port } = server.address() as AddressInfo;
    const url = `https://here.example.org:${port}/`;
    const { fault, detail } = await new HttpWebhookSender(false).send(url, message);

    expect([fault, detail]).to.deep.equal([
      'address',
      'here.example.org leads to an address that is not to be asked.',
    ]);
    expect(connections).to.equal(0);
    // Where it may be asked, it is: what is seen here is the refusal, and not that nobody listens.
    expect((await impatient.send(url, message)).fault).to.equal('unanswered');
    expect(connections).to.be.above(0);
  });

  it('says why nobody answers, also where a name leads to several addresses', async () => {
    const details = [];
    for (const name of Object.keys(here))
      details.push((await new HttpWebhookSender(true).send(`http://${name}:${free}/`, message)).detail);

    expect(details).to.deep.equal([
      `here.example.org:${free} did not answer: connect ECONNREFUSED 127.0.0.1:${free}`,
      `here-twice.example.org:${free} did not answer: ECONNREFUSED`,
    ]);
  });

  it('says that nobody has answered in time', async () => {
    const { port } = server.address() as AddressInfo;

    expect(await impatient.send(`http://here.example.org:${port}/`, message)).to.deep.equal({
      ...{ status: null, fault: 'unanswered' },
      detail: `here.example.org:${port} did not answer: it took more than 0.05 s`,
    });
  });
});
