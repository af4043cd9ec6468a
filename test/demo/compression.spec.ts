import { gunzipSync } from 'node:zlib';
import { expect } from 'chai';
import { onSqlite } from '../support/databases.js';
import { seedDemo } from '../../demo/seed.js';
import { demoUnderTest, type DemoUnderTest } from './demo-under-test.js';

const seances = '/plugins/seances/api/v1/spaces/demo/seances';
const script = '/plugins/seances/web/seance-tool.js';
const signedIn = { cookie: 'demo_user=trainer1' };

interface Listed {
  readonly items: readonly { readonly id: string }[];
}

onSqlite('What the reference host compresses', (database) => {
  let demo: DemoUnderTest;

  before(async () => {
    demo = demoUnderTest(database.address);
    await demo.plugin.start();
    await seedDemo(demo.plugin, 52);
  });
  after(() => demo.plugin.stop());

  /** As a browser asks for it. */
  const asked = (path: string, headers: object = {}, init: RequestInit = {}): Promise<Response> =>
    demo.ask(path, { ...init, headers: { ...signedIn, 'accept-encoding': 'gzip', ...headers } });

  async function zipped(path: string): Promise<Buffer> {
    const { headers, ...answer } = await read(await asked(path));
    expect(headers.get('content-encoding'), path).to.equal('gzip');
    expect(headers.get('vary')?.toLowerCase(), path).to.contain('accept-encoding');
    return answer.bytes;
  }

  async function itemPath(): Promise<string> {
    const { items } = (await (await demo.get(seances, 'trainer1')).json()) as Listed;
    return `${seances}/${items[0]?.id}`;
  }

  it('is its pages and what the plugin answers, as it is without', async () => {
    for (const page of ['/', seances, `${seances}.csv`]) {
      const plain = await read(await demo.get(page, 'trainer1'));
      expect(gunzipSync(await zipped(page)).equals(plain.bytes), page).to.equal(true);
    }
    expect((await zipped(seances)).byteLength).to.be.below(4_000);
  });

  it('is not what the plugin has compressed already', async () => {
    const plain = await read(await demo.get(script));
    expect(gunzipSync(await zipped(script)).equals(plain.bytes)).to.equal(true);
  });

  it('is known again by the tag that it came with', async () => {
    const etag = (await asked(script)).headers.get('etag') ?? '';
    const again = await asked(script, { 'if-none-match': etag });
    expect([again.status, await again.text()]).to.deep.equal([304, '']);
  });

  it('is changed with the tag that it came with, once', async () => {
    const item = await itemPath();
    const etag = (await asked(item)).headers.get('etag') ?? '';
    const edit = (name: string) =>
      asked(
        item,
        { 'if-match': etag, 'content-type': 'application/json' },
        { method: 'PATCH', body: JSON.stringify({ name }) },
      );

    expect((await edit('Atelier')).status).to.equal(200);
    expect((await edit('Cours')).status).to.equal(412);
  });

  it('is answered to HEAD without a body', async () => {
    const answer = await asked(seances, {}, { method: 'HEAD' });
    expect([answer.status, await answer.text()]).to.deep.equal([200, '']);
  });
});

async function read(answer: Response): Promise<{ readonly headers: Headers; readonly bytes: Buffer }> {
  return { headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
}
