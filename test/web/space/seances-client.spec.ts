import { expect } from 'chai';
import sinon from 'sinon';
import { SeancesClient } from '../../../src/web/space/seances-client.js';

describe('A séance that is read to be changed', () => {
  afterEach(() => sinon.restore());

  for (const headers of [{ etag: '"3"' }, { etag: '"gz-1f"' }, {}])
    it(`is guarded by its version, whatever a proxy made of its headers: ${JSON.stringify(headers)}`, async () => {
      const answer = Response.json({ id: 's', version: 3 }, { headers });
      sinon.stub(globalThis, 'fetch').resolves(answer);

      const { etag } = await new SeancesClient('/plugins/seances', 'demo', 'fr').getSeance('s');

      expect(etag).to.equal('"3"');
    });
});
