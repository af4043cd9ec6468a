// `npm run mutation -- PART...` runs Stryker on parts of the code, one after the other; without a name, on all of them.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { Stryker } from '@stryker-mutator/core';

/** For `src/domain`: specs that need no database. */
const domain = [
  'test/domain',
  'test/repetition/numbering.spec.ts',
  'test/repetition/clashes.spec.ts',
  'test/series/series-change.spec.ts',
];

/** @type {(...names: string[]) => string[]} */
const http = (...names) => names.map((name) => `test/http/${name}.spec.ts`);

/**
 * The code of each part, by default the folder of this name in `src/application`, and the specs that exercise it.
 *
 * @type {Record<string, { specs: string[]; options?: Record<string, unknown> }>}
 */
const parts = {
  domain: { specs: domain, options: { mutate: ['src/domain/**/*.ts', '!src/domain/time/**/*.ts'] } },
  // It remembers zones: a process of its own for each mutant, or one would decide about the next.
  'domain/time': { specs: domain, options: { mutate: ['src/domain/time/**/*.ts'], maxTestRunnerReuse: 1 } },

  enrolment: {
    specs: [
      ...http(
        'enrolment',
        'enrolment-bad-input',
        'participants',
        'places',
        'groups',
        'failing-parts',
        'places-reference',
        'settings',
        'bin',
        'idempotency',
        'limits',
      ),
      'test/host/host-events.spec.ts',
      'test/enrolment',
    ],
  },
  event: {
    specs: [
      'test/event',
      'test/housekeeping',
      ...http('enrolment', 'participants', 'operations'),
      'test/agenda',
    ],
  },
  housekeeping: {
    specs: ['test/housekeeping', 'test/host/host-events.spec.ts', ...http('idempotency', 'bin')],
  },
  idempotency: { specs: http('idempotency') },
  memory: { specs: ['test/memory', ...http('enrolment')] },
  // The command is a process of its own, which says nothing of what it reaches.
  time: { specs: ['test/cli/recompute-instants.spec.ts'], options: { coverageAnalysis: 'off' } },
  space: { specs: http('choices', 'locations', 'closed-days', 'settings', 'access') },
  settings: { specs: [...http('settings', 'enrolment'), 'test/enrolment'] },
  host: { specs: ['test/host/host-events.spec.ts'] },
  group: { specs: http('groups', 'enrolment', 'choices', 'seance-edition', 'enrolment-bad-input') },
  deadline: { specs: ['test/event', ...http('failing-parts', 'limits')] },

  seance: {
    specs: [
      ...http(
        'seance-creation',
        'seance-edition',
        'seance-deletion',
        'seance-list',
        'values',
        'bin',
        'choices',
        'groups',
        'locations',
        'failing-parts',
      ),
      ...http('enrolment', 'idempotency', 'limits'),
      'test/series',
    ],
  },
  repetition: { specs: ['test/repetition', 'test/series', ...http('idempotency', 'limits')] },
  comment: { specs: http('comments', 'bin', 'idempotency') },
  'closed-day': { specs: [...http('closed-days', 'idempotency'), 'test/repetition/closed-days.spec.ts'] },
  choice: { specs: http('choices', 'locations', 'limits', 'enrolment', 'failing-parts') },
  paging: { specs: ['test/choice', ...http('choices', 'locations')] },
  location: { specs: http('locations', 'choices', 'idempotency', 'failing-parts') },
  calendar: { specs: [...http('feed', 'failing-parts'), 'test/calendar', 'test/ical'] },
  agenda: { specs: ['test/agenda'] },
  access: {
    specs: [...http('access', 'access-matrix', 'choices', 'failing-parts'), 'test/demo/pages.spec.ts'],
  },
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in parts));
if (unknown.length > 0)
  throw new Error(`No such part: ${unknown}. There are ${Object.keys(parts).join(', ')}.`);

// SQLite alone, and in memory where there is a file system for that: who is stopped half-way leaves files behind.
delete process.env['TEST_DATABASE_URL'];
const memory = '/dev/shm';
if (existsSync(memory)) {
  const folder = mkdtempSync(`${memory}/seances-mutation-`);
  process.env['TMPDIR'] = folder;
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
}

for (const [name, { specs, options }] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n${name}`);
  await new Stryker({
    configFile: '.config/stryker.config.json',
    mutate: [`src/application/${name}/**/*.ts`],
    jsonReporter: { fileName: `tmp/mutation/${name.replace('/', '-')}.json` },
    seances: { specs, without: ', on MySQL|mounted with (?!fetch)' },
    ...options,
  }).runMutationTest();
}
