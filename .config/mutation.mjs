// `npm run mutation -- PART...` runs Stryker on parts of the code, one after the other; without a name, on all of them.
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { Stryker } from '@stryker-mutator/core';

/** Rings of which each folder is a part, by the specs of the same folder in `test`, and the ring's own files another. */
const rings = {
  domain: [],
  // What no feature has for itself, such as keys of repeated requests and limits, is asked for at the door.
  application: ['test/adapters/http'],
};

const parts = Object.fromEntries(
  Object.entries(rings).flatMap(([ring, doors]) => [
    [ring, { mutate: `src/${ring}/*.ts`, specs: [`test/${ring}`, ...doors] }],
    ...readdirSync(`src/${ring}`, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `${ring}/${name}`)
      .map((part) => [
        part,
        {
          mutate: `src/${part}/**/*.ts`,
          specs: [...(existsSync(`test/${part}`) ? [`test/${part}`] : []), ...doors],
        },
      ]),
  ]),
);

/** Those that remember: a process of its own for each mutant, or one would decide about the next. */
const remembering = ['domain/time'];

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

for (const [name, { mutate, specs }] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n${name}`);
  await new Stryker({
    configFile: '.config/stryker.config.json',
    mutate: [mutate],
    jsonReporter: { fileName: `tmp/mutation/${name.replace('/', '-')}.json` },
    seances: { specs, without: ', on MySQL' },
    ...(remembering.includes(name) && { maxTestRunnerReuse: 1 }),
  }).runMutationTest();
}
