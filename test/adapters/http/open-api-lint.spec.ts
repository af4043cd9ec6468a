import { fileURLToPath } from 'node:url';
import { createConfig, lint } from '@redocly/openapi-core';
import { expect } from 'chai';
import { onHttp } from '../../support/scene.js';

const document = fileURLToPath(new URL('../../../docs/reference/openapi.json', import.meta.url));

describe('The OpenAPI document for tools', () => {
  it('follows the recommended rules of Redocly without an error or a warning', async function () {
    this.timeout(60_000);
    const config = await createConfig({ extends: ['recommended'] });
    const problems = await lint({ ref: document, config });

    expect(
      problems.map(({ severity, message, location: [at] }) => `${severity} ${message} ${at?.pointer ?? ''}`),
    ).to.deep.equal([]);
  });
});

onHttp('The OpenAPI document about who asks', (scene) => {
  it('wants somebody signed in everywhere, but for the routes of anybody', () => {
    const { security, components } = scene.documented.document;
    expect(security).to.deep.equal([{ hostSession: [] }]);
    expect(components.securitySchemes).to.have.all.keys('hostSession');
    for (const { path, operation } of scene.documented.operations) {
      const expected = operation['x-permission'] === 'anybody' ? [] : undefined;
      expect(operation.security, path).to.deep.equal(expected);
    }
  });
});
