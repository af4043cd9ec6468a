import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';

const root = fileURLToPath(new URL('../../', import.meta.url));

describe('npm start', () => {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGKILL'] as const)
    it(`says at last where it is, as whom to sign in and what to click, and ends with npm on ${signal}`, async () => {
      const file = join(mkdtempSync(join(tmpdir(), 'seances-start-')), 'demo.sqlite');
      const npm = spawn('npm', ['start'], {
        cwd: root,
        env: { ...process.env, PORT: '0', DATABASE_URL: `sqlite:${file}`, SEED_SIZE: '2', LOG_LEVEL: '' },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const output = await untilWelcome(npm);
      const [url = ''] = /http:\/\/localhost:\d+/.exec(output) ?? [];
      const printed = output.split('\n').filter((line) => line !== '' && !line.startsWith('> '));

      expect(printed).to.deep.equal([
        `Séances: ${url}`,
        'Sign in as Charles Montgomery BURNS (trainer1), open the space "Former les formateurs", and click the clock, last in its menu.',
      ]);
      const page = await pageAt(url);
      expect(page).to.contain('<html');
      npm.kill(signal);
      // Another server may have the port by then.
      for (let tries = 0; tries < 100 && (await pageAt(url)) === page; tries += 1)
        await new Promise((resolve) => setTimeout(resolve, 100));
      expect(await pageAt(url)).not.to.equal(page);
    }).timeout(60_000);
});

function untilWelcome(npm: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('menu.\n')) resolve(output);
    };
    npm.stdout?.on('data', read);
    npm.stderr?.on('data', read);
    npm.once('exit', () => reject(new Error(output)));
  });
}

/** What is answered there; undefined when nobody does. */
async function pageAt(url: string): Promise<string | undefined> {
  return fetch(url).then(
    (answer) => answer.text(),
    () => undefined,
  );
}
