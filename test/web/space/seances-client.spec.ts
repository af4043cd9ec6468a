import { expect } from 'chai';
import sinon from 'sinon';
import { SeancesClient } from '../../../src/web/space/seances-client.js';

describe('A séance that is read, and changed', () => {
  afterEach(() => sinon.restore());

  for (const headers of [{ etag: '"3"' }, { etag: '"gz-1f"' }, {}])
    it(`is guarded by its version, whatever a proxy made of its headers: ${JSON.stringify(headers)}`, async () => {
      const answer = () => Promise.resolve(Response.json({ id: 's', version: 3 }, { headers }));
      const fetched = sinon.stub(globalThis, 'fetch').callsFake(answer);
      const client = new SeancesClient('/plugins/seances', 'demo', 'fr', {});

      await client.editSeance(await client.getSeance('s'), { name: 'Atelier' }, 'this');

      expect(new Headers(fetched.lastCall.args[1]?.headers).get('if-match')).to.equal('"3"');
    });
});
