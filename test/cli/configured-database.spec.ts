import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { onDatabase, onMysql } from '../support/databases.js';
import { run } from './command.js';

const folder = mkdtempSync(join(tmpdir(), 'seances-config-'));

function written(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

after(() => rmSync(folder, { recursive: true, force: true }));

onDatabase('seances --config', (database) => {
  const checked = (file: string) =>
    run(['check', '--config', file], { DATABASE_URL: 'mysql://nobody@127.0.0.1:9/nowhere' });

  it('takes an address from JSON and from a module, before DATABASE_URL', async () => {
    const address = JSON.stringify(database.address);
    for (const file of [written('a.json', address), written('a.mjs', `export default ${address};`)])
      expect(await checked(file)).to.deep.equal({ code: 0, errors: '', output: 'The books add up.\n' });
  });

  it('says what is wrong with the file', async () => {
    const wrong: readonly (readonly [string, RegExp])[] = [
      [join(folder, 'none.json'), /^seances: The configuration .*none\.json cannot be read: ENOENT/],
      [written('broken.json', '{'), /^seances: The configuration .*broken\.json cannot be read: /],
      [written('empty.mjs', 'export const database = 1;'), /empty\.mjs is no address, Knex configuration or/],
      [written('pg.json', '{"client":"pg","connection":{}}'), /is made for another: postgresql\.\n$/],
    ];
    for (const [file, reason] of wrong) {
      const { code, errors, output } = await checked(file);
      expect([code, output], file).to.deep.equal([1, '']);
      expect(errors).to.match(reason);
    }
  });
});

onMysql('seances --config', (database) => {
  it('takes a Knex configuration', async () => {
    const { hostname, port, username, pathname } = new URL(database.address);
    const connection = { host: hostname, port: Number(port), user: username, database: pathname.slice(1) };
    const file = written('knex.json', JSON.stringify({ client: 'mysql2', connection }));
    expect((await run(['check', '--config', file])).output).to.equal('The books add up.\n');
  });
});
