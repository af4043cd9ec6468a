import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { createSeancesPlugin } from '../../../src/index.js';
import { FakeHost } from '../../../src/testing/index.js';

const heading =
  '// Made from docs/reference/openapi.json. Written by npm run wire, and kept true by npm test.';

/** What is told about the HTTP API outside the server: files from the root of the repository, and what they have to say. */
export async function wireFiles(): Promise<ReadonlyMap<string, string>> {
  const document = await openApiDocument();
  return new Map([
    ['docs/reference/openapi.json', `${JSON.stringify(document, null, 1)}\n`],
    ['src/web/wire.gen.ts', `${heading}\n${await typesOf(document)}`],
  ]);
}

async function openApiDocument(): Promise<OpenAPI3> {
  const plugin = createSeancesPlugin({ ...new FakeHost().ports, database: 'sqlite::memory:' });
  const address = 'http://localhost/plugins/seances/api/v1/openapi.json';
  const answer = await plugin.fetch(new Request(address), undefined);
  await plugin.stop();
  return (await answer.json()) as OpenAPI3;
}

/** The types of bodies and answers. The browser part writes the addresses itself: they are left out. */
async function typesOf(document: OpenAPI3): Promise<string> {
  return astToString(
    await openapiTS(
      { ...document, paths: {} },
      {
        immutable: true,
        emptyObjectsUnknown: true,
        // What the server has a default for may be left out of a request.
        defaultNonNullable: false,
        rootTypes: true,
        rootTypesNoSchemaPrefix: true,
      },
    ),
  );
}
