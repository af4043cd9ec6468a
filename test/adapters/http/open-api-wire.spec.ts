import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'chai';
import { wireFiles } from './wire.js';

const root = new URL('../../../', import.meta.url);

/** `npm run wire` writes them anew after a schema or a route was changed. */
const update = process.env['UPDATE_WIRE'] === '1';

describe('What is told about the HTTP API outside the server', () => {
  it('is what the route table and its schemas say', async () => {
    for (const [name, text] of await wireFiles()) {
      const file = new URL(name, root);
      if (update) writeFileSync(file, text);

      expect(existsSync(file) && readFileSync(file, 'utf8'), name).to.equal(text);
    }
  });
});
