import { expect } from 'chai';
import fc from 'fast-check';
import { readManifest } from '../../../src/index.js';
import { seances } from '../../support/api.js';
import { onHttp } from '../../support/scene.js';

onHttp('The OpenAPI document', (scene) => {
  it('is OpenAPI 3.1 with everything that one needs', () => {
    const { openapi, info, servers, paths, components } = scene.documented.document;

    expect(openapi).to.match(/^3\.1\.\d+$/);
    expect(info).to.include({ title: 'Séances', version: readManifest().version });
    expect(servers).to.deep.equal([{ url: scene.mount.basePath || '/' }]);
    expect(Object.keys(paths).length).to.be.greaterThan(8);
    expect(Object.keys(components.schemas)).to.include.members([
      'Problem',
      'Seance',
      'SeanceInput',
      'SeanceChanges',
      'SeancePage',
    ]);
  });

  it('names every operation once, and describes each path parameter', () => {
    const { operations } = scene.documented;
    const ids = operations.map(({ operation }) => operation.operationId);

    expect(new Set(ids).size).to.equal(ids.length);
    for (const { path, operation } of operations) {
      const placeholders = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const described = operation.parameters
        .filter((parameter) => parameter.in === 'path')
        .map(({ name }) => name);
      expect(described, path).to.deep.equal(placeholders);
    }
  });

  it('refers to nothing that it does not have', () => {
    const { document } = scene.documented;
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(
      ([, name]) => name,
    );

    expect(Object.keys(document.components.schemas)).to.include.members(references);
    for (const name of Object.keys(document.components.schemas)) scene.documented.schema(name);
  });

  it('has every route that the server answers', async () => {
    for (const { method, path } of scene.documented.operations) {
      const filled = path.replaceAll(/\{\w+\}/g, 'x');
      const known = await scene.api.send(method, filled, { as: null });
      // A token that is nobody's is all that the address of a feed says no to; what asks nobody in wants what it reads, too.
      const isToken = path.includes('{token}');
      const refusals = [405, ...(isToken ? [] : [404]), ...(/unsubscribe|check-in$/.test(path) ? [] : [415])];
      expect(known.status, `${method} ${path}`).to.not.be.oneOf(refusals);

      const others = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter(
        (other) => !Object.hasOwn(scene.documented.document.paths[path] ?? {}, other.toLowerCase()),
      );
      for (const other of others) {
        const { status } = await scene.api.send(other, filled, { as: null, documented: false });
        // `seances/delete` is also the address of a séance of that id, and `closed-days/import` that of a closed day.
        if (!/\/(seances\/(check|edit|cancel|reinstate|delete|restore)|closed-days\/import)$/.test(path))
          expect(status, `${other} ${path}`).to.equal(405);
      }
    }
  });
});

const text = fc.string({ unit: fc.constantFrom('a', 'É', ' ', "'", '<b>', '日'), maxLength: 12 });
const line = text.map((end) => `x${end.trimEnd()}`);
const nothing = fc.constant(null);

/**
 * Right in every field. Nobody and nothing is chosen, since a schema cannot know what is proposed; and names are not
 * blank, since the server takes the blanks around them away before it looks.
 */
const right = fc.record(
  {
    name: line,
    start: fc.constantFrom('2026-12-01T09:00', '2026-02-28T00:00'),
    end: fc.constantFrom('2026-12-01T10:00', '2999-12-31T23:59'),
    timeZone: fc.constantFrom('Europe/Brussels', 'utc'),
    description: fc.oneof(text, nothing),
    extraInfo: fc.oneof(text, nothing, fc.constant('x'.repeat(50_000))),
    enrolmentMode: fc.constantFrom('manual', 'public'),
    capacity: fc.oneof(fc.integer({ min: 1, max: 1_000_000 }), nothing),
    locationId: nothing,
    trainerIds: fc.constant([]),
    groupName: fc.oneof(line, nothing, fc.constant('')),
    inAgenda: fc.boolean(),
  },
  { requiredKeys: ['name', 'start', 'end', 'enrolmentMode'] },
);

const odd = fc.oneof(
  fc.integer(),
  fc.double(),
  fc.boolean(),
  nothing,
  fc.constant([]),
  fc.constant({}),
  fc.constant(''),
);
const wrongFields: readonly (readonly [string, unknown])[] = [
  ['name', 'x'.repeat(256)],
  ['name', 'a\nb'],
  ['start', '2026-12-01'],
  ['end', '2026-12-01T10:00:00'],
  ['timeZone', 'x'.repeat(65)],
  ['description', 'x'.repeat(50_001)],
  ['description', '\ud83d'],
  ['enrolmentMode', 'Manual'],
  ['capacity', 0],
  ['capacity', 1_000_001],
  ['capacity', 1.5],
  ['locationId', 'x'.repeat(129)],
  ['trainerIds', ['']],
  ['trainerIds', [1]],
  ['groupName', '\u0000'],
  ['groupName', 'x'.repeat(256)],
  ['unknown', 1],
];
const fields = fc.constantFrom(
  'name',
  'start',
  'end',
  'timeZone',
  'description',
  'extraInfo',
  'capacity',
  'trainerIds',
  'groupName',
  'inAgenda',
);

/** A body with one field that may be wrong, or missing. */
const bodies = fc
  .tuple(
    right,
    fc.option(
      fc.oneof(fc.constantFrom(...wrongFields), fc.tuple(fields, fc.oneof(odd, fc.constant(undefined)))),
    ),
  )
  .map(([body, change]) => ({ ...body, ...(change && { [change[0]]: change[1] }) }));

onHttp('The schema SeanceInput', (scene) => {
  it('accepts what the server accepts, and nothing else', async () => {
    const validate = scene.documented.schema('SeanceInput');
    let [accepted, refused] = [0, 0];
    await fc.assert(
      fc.asyncProperty(bodies, async (generated) => {
        const body = JSON.parse(JSON.stringify(generated)) as object;
        const { status } = await scene.api.post(seances, body);
        if (status === 201) accepted += 1;
        else refused += 1;

        expect(status).to.be.oneOf([201, 422]);
        expect(status === 201, JSON.stringify(body)).to.equal(validate(body));
      }),
      { numRuns: 400, seed: 20261123 },
    );
    expect(
      [accepted, refused].every((count) => count > 20),
      `${accepted} accepted, ${refused} refused`,
    ).to.equal(true);
  });
});
