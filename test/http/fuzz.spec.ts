import { expect } from 'chai';
import fc from 'fast-check';
import { seances } from './api.js';
import { roles } from './campus.js';
import { onEveryMount } from './on-every-mount.js';

const strange = fc.constantFrom(
  '',
  ' ',
  '\u0000',
  '..',
  '%',
  '%00',
  '\u2028',
  '😀',
  '\ufeff',
  "'; drop table seance; --",
  '__proto__',
  'constructor',
  '${x}',
  '{{x}}',
  '-1',
  '0',
  '1e309',
  'NaN',
  'null',
  'true',
  '[]',
  '9007199254740993',
  'x'.repeat(300),
  '2027-02-30',
  '2027-02-30T25:61',
  'demo',
  'demo-2026',
  'other-2026',
  'start',
  '-name',
  'all',
  'this',
  'following',
  'MO',
);
const scalar = fc.oneof(
  strange,
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
);
const names = fc.oneof(
  fc.constantFrom(
    'name',
    'start',
    'end',
    'timeZone',
    'description',
    'enrolmentMode',
    'capacity',
    'locationId',
    'trainerIds',
    'groupName',
    'groupId',
    'inAgenda',
    'ids',
    'weekdays',
    'until',
    'weeks',
    'interval',
    'exceptDates',
    'userIds',
    'groupIds',
    'content',
    'limit',
  ),
  strange,
);
const json = fc.oneof(
  fc.dictionary(
    names,
    fc.oneof(scalar, fc.array(scalar, { maxLength: 4 }), fc.dictionary(names, scalar, { maxKeys: 2 })),
    { maxKeys: 8 },
  ),
  fc.array(scalar, { maxLength: 3 }),
  scalar,
);
const visible = fc.string({ unit: fc.constantFrom(...'"*,;=W/ 0123456789abc'.split('')), maxLength: 30 });

const requests = fc.record({
  route: fc.nat(),
  as: fc.constantFrom(...Object.keys(roles), 'trainer1', 'trainer1', 'trainer1', null),
  parts: fc.array(fc.oneof(strange, fc.string({ unit: 'binary' })), { minLength: 3, maxLength: 3 }),
  real: fc.boolean(),
  query: fc.array(
    fc.tuple(
      fc.oneof(
        fc.constantFrom('session', 'q', 'from', 'to', 'page', 'size', 'sort', 'state', 'trainer', 'scope'),
        strange,
      ),
      fc.oneof(strange, fc.string()),
    ),
    { maxLength: 4 },
  ),
  body: json,
  ifMatch: fc.option(visible),
  key: fc.option(visible),
  language: fc.option(visible),
});

onEveryMount('A fuzzer', (scene) => {
  it('gets no answer of 500 or above from any route, and only documented ones', async function () {
    this.timeout(60_000);
    const routes = scene.documented.operations;
    const perStatus = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(requests, async ({ route, as, parts, real, query, body, ifMatch, key, language }) => {
        const { method, path, operation } =
          routes[route % routes.length] ?? expect.fail('There are no routes.');
        const id =
          real && path.startsWith(`${seances.replace('demo', '{space}')}/{id}`)
            ? (await scene.api.created()).id
            : undefined;
        const segments = [...parts];
        const filled = path.replaceAll(/\{(\w+)\}/g, (_, name) => {
          if (real && name === 'space') return 'demo';
          return encoded((name === 'id' ? id : undefined) ?? segments.pop() ?? 'x');
        });
        const search = query.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&');
        const { status } = await scene.api.send(method, `${filled}?${search}`, {
          as,
          ...(operation.requestBody && { json: body }),
          headers: {
            ...(ifMatch !== null && { 'if-match': ifMatch }),
            ...(key !== null && { 'idempotency-key': key }),
            ...(language !== null && { 'accept-language': language }),
          },
          documented: !scene.mount.hostParsesBodies && !/\/\/|\/\.|\/%2e/i.test(filled),
        });
        perStatus.set(status, (perStatus.get(status) ?? 0) + 1);

        expect(status, `${method} ${filled}?${search} ${JSON.stringify(body)}`).to.be.within(200, 499);
      }),
      { numRuns: 300, seed: 20261123 },
    );
    expect([...perStatus.keys()], 'it reaches the use cases').to.include.members([200, 401, 404, 422]);
  });
});

function encoded(value: string): string {
  return encodeURIComponent(Buffer.from(value).toString());
}
