import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { refusals } from '../../../src/domain/refusal.js';
import type { Operation } from '../../support/documented.js';
import { onHttp } from '../../support/scene.js';

/** What a row of the reference says of a route. */
interface Row {
  readonly method: string;
  readonly path: string;
  readonly permission: string;
  readonly query: readonly string[];
  readonly statuses: readonly string[];
  readonly codes: readonly string[];
}

onHttp('The HTTP reference of places', (scene) => {
  let text: string;
  let rows: readonly Row[];

  before(async () => {
    const page = await readFile(new URL('../../../docs/reference/http.md', import.meta.url), 'utf8');
    text = /^## Places$([\s\S]*?)^## /m.exec(page)?.[1] ?? '';
    rows = [...text.matchAll(/^\| `(\w+) …(\S+)` +\| +(\S+) +\| (.*?) \| (.*?) *\|$/gm)].map(
      ([, method = '', path = '', permission = '', what = '', refused = '']) => ({
        method,
        path: `/api/v1/spaces/{space}/seances${path}`,
        permission: permission === 'learners' ? 'open' : permission.replaceAll('`', ''),
        query: /`\?([\w&]+)`/.exec(what)?.[1]?.split('&') ?? [],
        statuses: [...what.matchAll(/\b(20\d)\b/g)].map(([status]) => status),
        codes: [...refused.matchAll(/`([\w-]+)`/g)].map(([, code = '']) => code),
      }),
    );
  });

  it('names every route of enrolments and candidates, who may call it, and its parameters', () => {
    const routes = scene.documented.operations.filter(({ path }) =>
      /\/seances\/\{id\}\/(enrolments|candidates)/.test(path),
    );
    const ofTable = rows.map(({ method, path }) => `${method} ${path}`);
    expect(ofTable.toSorted()).to.deep.equal(
      routes.map(({ method, path }) => `${method} ${path}`).toSorted(),
    );
    for (const row of rows) {
      const operation = operationOf(row);
      const query = operation.parameters.filter((parameter) => parameter.in === 'query');
      expect(operation['x-permission'], row.path).to.equal(row.permission);
      if (row.method === 'GET')
        expect(row.query.toSorted()).to.deep.equal(query.map(({ name }) => name).toSorted());
    }
  });

  it('names every answer and every refusal that the OpenAPI document has, but for those of all routes', () => {
    for (const row of rows) {
      const { responses } = operationOf(row);
      expect(Object.keys(responses)).to.include.members(row.statuses);
      const { description = '' } = (responses['409'] ?? {}) as { description?: string };
      const codes = [...description.matchAll(/[a-z]+(?:-[a-z]+)+/g)].map(([code]) => code);
      expect(row.codes.toSorted(), `${row.method} ${row.path}`).to.deep.equal(
        codes.filter((code) => code in refusals).toSorted(),
      );
    }
  });

  it('names all outcomes of a person, and all fields of an enrolment', () => {
    const schemas = scene.documented.document.components.schemas as Record<string, { properties?: object }>;
    for (const field of Object.keys(schemas['Enrolment']?.properties ?? {})) expect(text).to.include(field);
    const outcomes = /"outcome":\{[^}]*"enum":(\[[^\]]*\])/.exec(JSON.stringify(schemas))?.[1] ?? '[]';
    for (const outcome of JSON.parse(outcomes) as string[]) expect(text).to.include(`\`${outcome}\``);
    expect(JSON.parse(outcomes)).to.have.length(13);
  });

  function operationOf({ method, path }: Row): Operation {
    const found = scene.documented.operations.find((one) => one.method === method && one.path === path);
    return found?.operation ?? expect.fail(`${method} ${path} is not in the OpenAPI document`);
  }
});
