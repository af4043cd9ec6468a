import { expect } from 'chai';
import { Webhook } from 'standardwebhooks';
import { MessageSigner } from '../../../src/adapters/webhook/signed-message.js';

const secret = `whsec_${Buffer.from('one key of the tests, 24 bytes').toString('base64')}`;
const next = `whsec_${Buffer.from('the key that comes after it').toString('base64')}`;
const body = '{"name":"Zoé"}';

const now = (): number => Math.floor(Date.now() / 1_000);

describe('A signed message', () => {
  it('is taken by the reference implementation', () => {
    const headers = new MessageSigner([secret]).sign('msg_1', now(), body);

    expect(new Webhook(secret).verify(body, { ...headers })).to.deep.equal({ name: 'Zoé' });
  });

  it('is taken from the reference implementation', () => {
    const at = new Date();
    const headers = new Headers({
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
      'webhook-signature': new Webhook(secret).sign('msg_1', at, body),
    });

    expect(new MessageSigner([secret]).faultOf(headers, now(), body)).to.equal(undefined);
  });

  it('is refused when anything of it is another', () => {
    const signer = new MessageSigner([secret]);
    const signed = signer.sign('msg_1', 1_000_000, body);
    const faultOf = (changed: object, at = 1_000_000, text = body): string | undefined =>
      signer.faultOf(new Headers({ ...signed, ...changed }), at, text);

    expect(faultOf({})).to.equal(undefined);
    expect(faultOf({}, 1_000_300)).to.equal(undefined);
    expect(faultOf({}, 1_000_301)).to.match(/^was signed more than five minutes ago/);
    expect(faultOf({}, 999_699)).to.match(/^was signed more than five minutes ago/);
    for (const [changed, text] of [
      [{ 'webhook-id': 'msg_2' }, body],
      [{ 'webhook-timestamp': '1000001' }, body],
      [{ 'webhook-signature': signed['webhook-signature'].replace('v1,', 'v2,') }, body],
      [{ 'webhook-signature': 'v1,' }, body],
      [{}, `${body} `],
    ] as const)
      expect(faultOf(changed, 1_000_000, text), JSON.stringify(changed)).to.equal(
        'is signed with another secret',
      );
    for (const name of ['webhook-id', 'webhook-timestamp', 'webhook-signature'])
      expect(faultOf({ [name]: '' }), name).to.equal('is not signed');
    expect(faultOf({ 'webhook-timestamp': '1e6' })).to.equal('is not signed');
  });

  it('fits both secrets while one is replaced', () => {
    const both = new MessageSigner([next, secret]);
    const headers = both.sign('msg_1', now(), body);

    for (const one of [secret, next]) {
      expect(new Webhook(one).verify(body, { ...headers }), one).to.deep.equal({ name: 'Zoé' });
      const signed = new Headers({ ...new MessageSigner([one]).sign('msg_2', now(), body) });
      expect(both.faultOf(signed, now(), body), one).to.equal(undefined);
    }
  });

  it('may be signed with a text', () => {
    const text = 'of sixteen bytes';
    const headers = new MessageSigner([text]).sign('msg_1', now(), body);

    expect(new Webhook(text, { format: 'raw' }).verify(body, { ...headers })).to.deep.equal({ name: 'Zoé' });
  });

  it('is signed with nothing that is guessed', () => {
    for (const secrets of [[], [''], ['whsec_'], ['of fifteen char'], ['whsec_c2hvcnQ='], [secret, 'short']])
      expect(() => new MessageSigner(secrets), JSON.stringify(secrets)).to.throw(/secret/i);
  });
});
