import { expect } from 'chai';
import { seedDemo } from '../../demo/seed.js';
import { seances2026 } from '../../demo/seed-seances.js';
import { onDatabase } from '../support/databases.js';
import { demoUnderTest, type DemoUnderTest } from './demo-under-test.js';

interface Listed {
  readonly name: string;
  readonly origin: string;
  readonly start: string;
  readonly end: string;
  readonly enrolmentMode: string;
  readonly capacity: number | null;
  readonly group: { readonly name: string } | null;
}

async function seances(demo: DemoUnderTest, session: string, q = ''): Promise<readonly Listed[]> {
  const query = new URLSearchParams({ session, q, size: 'all' }).toString();
  const response = await demo.get(`/plugins/seances/api/v1/spaces/demo/seances?${query}`, 'trainer1');
  return ((await response.json()) as { items: readonly Listed[] }).items;
}

onDatabase(
  'the séances of the reference host',
  (database) => {
    let demo: DemoUnderTest;
    const started: DemoUnderTest[] = [];

    async function start(): Promise<DemoUnderTest> {
      const one = demoUnderTest(database.address);
      started.push(one);
      await one.plugin.start();
      await seedDemo(one.plugin, 52);
      return one;
    }

    before('several start at once on an empty database', async () => {
      [demo] = await Promise.all([start(), start(), start()]);
    });

    after(async () => {
      for (const { plugin } of started) await plugin.stop();
    });

    it('are there once', async () => {
      const names = (await seances(demo, 'demo-2026')).map(({ name }) => name);
      expect(names).to.have.members(seances2026.map(({ name }) => name));
      expect(names).to.have.length(52);
      expect(await seances(demo, 'demo-2027')).to.have.length(4);
    });

    it('have each mode of enrolment, a capacity and a group on their first page', async () => {
      const byName = new Map((await seances(demo, 'demo-2026')).map((seance) => [seance.name, seance]));
      const shown = (name: string): unknown[] => {
        const seance = byName.get(name);
        return [seance?.enrolmentMode, seance?.capacity, seance?.group?.name];
      };
      for (const name of [
        "Conférence d'ouverture",
        'Workshop 1',
        'Lunch',
        'Pause café',
        'Démonstration publique',
      ]) {
        expect(shown(name), name).to.deep.equal(['automatic', null, undefined]);
      }
      expect(shown('Conférence "Aspects motivationnels"')).to.deep.equal(['automatic', null, undefined]);
      expect(shown('Conférence "Aspects culturels"')).to.deep.equal(['manual', null, undefined]);
      expect(shown('Conférence "Aspects pédagogiques"')).to.deep.equal(['automatic', 40, undefined]);
      expect(shown('Séance "Questions-réponses"')).to.deep.equal(['public', 4, undefined]);
      for (const name of ['Atelier 1', 'Atelier 2', 'Atelier 3']) {
        expect(shown(name)).to.deep.equal(['public', null, 'Ateliers du matin']);
      }
    });

    it('have one alone with "Aspects pédagogiques"', async () => {
      const found = await seances(demo, 'demo-2026', 'ASPECTS pedagogiques');
      expect(found.map(({ name }) => name)).to.deep.equal(['Conférence "Aspects pédagogiques"']);
    });

    it('come from the space and from the training manager', async () => {
      const origins = (await seances(demo, 'demo-2026')).map(({ origin }) => origin);
      expect(new Set(origins)).to.deep.equal(new Set(['space', 'manager']));
    });

    it('each take place within one day of their session', async () => {
      for (const { name, start, end } of await seances(demo, 'demo-2026')) {
        expect(start.slice(0, 10), name).to.equal(end.slice(0, 10));
        expect(start > '2026-09-01' && end < '2027-07-01', name).to.equal(true);
      }
    });

    it('are not added again to what somebody has changed', async () => {
      const path = '/plugins/seances/api/v1/spaces/demo/seances';
      const { items } = (await (await demo.get(`${path}?session=demo-2026&q=lunch`, 'trainer1')).json()) as {
        items: readonly { readonly id: string }[];
      };
      const body = JSON.stringify({ ids: items.map(({ id }) => id) });
      const headers = { 'content-type': 'application/json', cookie: 'demo_user=trainer1' };
      expect((await demo.post(`${path}/delete`, body, headers)).status).to.equal(200);
      await start();
      expect(await seances(demo, 'demo-2026')).to.have.length(51);
    });
  },
  { migrated: false },
);
