import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { schemaState } from '../../src/adapters/knex/migrate.js';
import { onEveryDatabase } from '../support/databases.js';

const program = fileURLToPath(new URL('migrating-process.ts', import.meta.url));

onEveryDatabase(
  'Migrations of one database by four processes at once',
  (database) => {
    it('are run by one of them, while the others wait for it', async () => {
      const starting = await Promise.all(Array.from({ length: 4 }, () => startingProcess(database.address)));
      const ends = starting.map(ended);
      for (const { stdin } of starting) stdin?.write('go\n');

      expect(await Promise.all(ends)).to.deep.equal(starting.map(() => ({ code: 0, errors: '' })));
      expect((await schemaState(database.knex)).pending).to.deep.equal([]);
      const runs = (await database.knex('seances_migrations').pluck('name')) as string[];
      expect(runs).to.deep.equal([...new Set(runs)]);
    });
  },
  { migrated: false },
);

async function startingProcess(address: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import=tsx', program, address], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  return child;
}

async function ended(child: ChildProcess): Promise<{ code: number | null; errors: string }> {
  let errors = '';
  child.stderr?.on('data', (text) => (errors += String(text)));
  if (child.exitCode === null) await once(child, 'close');
  return { code: child.exitCode, errors };
}
