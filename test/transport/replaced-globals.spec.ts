import { fork } from 'node:child_process';
import { once } from 'node:events';
import { expect } from 'chai';
import { onSqlite } from '../support/databases.js';

onSqlite('A host whose server replaces Request and Response', (database) => {
  it('gets the answers of the plugin on node:http all the same, on a connection that stays', async () => {
    const child = fork(new URL('replaced-globals-process.ts', import.meta.url), {
      execArgv: ['--import', 'tsx'],
      env: { ...process.env, DATABASE_URL: database.address },
    });
    const message = once(child, 'message', { signal: AbortSignal.timeout(15_000) });

    const live = { status: 'ok' };
    expect((await message)[0]).to.deep.equal({ answers: [live, live, live], connections: 1 });
    expect(await once(child, 'exit')).to.deep.equal([0, null]);
  });
});
