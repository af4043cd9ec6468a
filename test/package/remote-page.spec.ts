import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { MessageSigner } from '../../src/adapters/webhook/signed-message.js';
import { RemoteSchema } from '../../src/remote/remote-schema.js';

const page = readFileSync(new URL('../../docs/platforms/remote.md', import.meta.url), 'utf8');

describe('The page about platforms that are not in Node', () => {
  it('signs its examples with its secret', () => {
    const secret = /secret is `(whsec_[^`]+)`/.exec(page)?.[1] ?? '';
    const examples = [...page.matchAll(/```http\n[^\n]+\n([^]+?)\n\n([^\n]+)\n```/g)];
    expect(examples).to.have.length(2);
    for (const [, head = '', body = ''] of examples) {
      const headers = new Headers(head.split('\n').map((line) => line.split(': ') as [string, string]));
      const at = Number(headers.get('webhook-timestamp'));

      expect(new MessageSigner([secret]).faultOf(headers, at, body)).to.equal(undefined);
    }
  });

  it('names every method that there is, and no other', () => {
    const { methods } = new RemoteSchema();
    const table = page.slice(page.indexOf('| method'), page.indexOf('`search` has'));
    const named = [...table.matchAll(/`(capabilities|[a-z]+\.\w+)`/g)].map(([, name]) => name);

    expect(named).to.have.members([...methods]);
  });
});
