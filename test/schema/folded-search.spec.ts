import { expect } from 'chai';
import fc from 'fast-check';
import { migrationConfig } from '../../src/adapters/knex/migrate.js';
import { fold, nameKey, searchTerms, searchText, sortKey } from '../../src/domain/text/fold.js';
import { onEveryDatabase } from '../support/databases.js';
import { rowsOf } from './first-rows.js';
import { enrolmentRows } from './later-rows.js';
import { insertAll, migratedTo, stored } from './migrating.js';

const migration = '20261128000300_folded_search.js';

/** Any text, with more of the signs in question than people write; a byte order mark was a blank before. */
const texts = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom(
        '\u00ad',
        '\u200b',
        '\u2060',
        '\u3164',
        '\u2800',
        '\u0085',
        '\u0001',
        '\ufe0f',
        '\u{e0041}',
      ),
      fc.constantFrom('“', '»', '’', '´', '‑', '–', '\u00a0', ' ', '\u0600', 'É', 'ß', '12'),
    ),
    { maxLength: 10 },
  )
  .map((parts) => parts.join('').replaceAll('\ufeff', ''));

/** What the version before made of texts: folded as names still are. */
const foldedBefore = (fields: readonly string[]) =>
  fields
    .map(nameKey)
    .filter((field) => field !== '')
    .join('\n');

interface Folded {
  readonly id: string;
  readonly name: string;
  readonly search_text: string;
  readonly name_sort: string;
}

describe('Text that was folded before', () => {
  it('is what it would be now, once it is folded again', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(fold(nameKey(text))).to.equal(fold(text));
      }),
      { numRuns: 2_000 },
    );
  });

  onEveryDatabase(
    'is folded again by its migration',
    (database) => {
      const untouched = rowsOf();

      before(async () => {
        await migratedTo(database.knex, undefined);
        await migratedTo(database.knex, '20261123000100_seances.js');
        await insertAll(database.knex, untouched);
        while ((await next()) !== migration) await database.knex.migrate.up(migrationConfig);
      });

      const next = async () => {
        const [, pending] = (await database.knex.migrate.list(migrationConfig)) as [unknown, string[]];
        return pending[0];
      };

      it('in séances, places and enrolments, batch by batch; other rows stay, going up again and down', async () => {
        const names = fc.sample(texts, { numRuns: 2_100, seed: 7 });
        const [seance] = await stored(database.knex, 'seance');
        const [place] = await stored(database.knex, 'seance_location');
        const [enrolment] = enrolmentRows();
        const seances = names.map((name, index) => {
          const parts = {
            search_text: foldedBefore([name, 'Sal\u00adle']),
            name_sort: nameKey(name).slice(0, 191),
          };
          return { ...seance, id: `seance-${index}`, name, group_sort: 'ate\u00adlier', ...parts };
        });
        for (let first = 0; first < seances.length; first += 300)
          await insertAll(database.knex, { seance: seances.slice(first, first + 300) });
        await insertAll(database.knex, {
          seance_location: [
            { ...place, id: 'hidden', name_sort: 'sal\u200ble', search_text: 'sal\u200ble\n\u00ad\nnamur' },
          ],
          seance_enrolment: [{ ...enrolment, name_sort: 'du\u00adpont zoe' }],
        });
        await database.knex.migrate.up(migrationConfig);

        const after = (await database.knex('seance').where('id', 'like', 'seance-%')) as Folded[];
        expect(after).to.have.lengthOf(names.length);
        for (const { name, search_text: text, name_sort: sort } of after) {
          expect(text, JSON.stringify(name)).to.equal(searchText([name, 'Salle']));
          expect(sort.replaceAll(/0+(?=\d)/g, '')).to.equal(sortKey(name).replaceAll(/0+(?=\d)/g, ''));
        }
        expect(
          await database.knex('seance').distinct().where('id', 'like', 'seance-%').pluck('group_sort'),
        ).to.deep.equal(['atelier']);
        expect(await database.knex('seance_location').where({ id: 'hidden' }).first()).to.include({
          name_sort: 'salle',
          search_text: 'salle\nnamur',
        });
        expect(await database.knex('seance_enrolment').pluck('name_sort')).to.deep.equal(['dupont zoe']);

        const all = await stored(database.knex, 'seance');
        expect(all.find((row) => 'id' in row && row.id === (seance as Folded).id)).to.deep.equal(seance);
        await database.knex.migrate.down(migrationConfig);
        await database.knex.migrate.up(migrationConfig);
        expect(await stored(database.knex, 'seance')).to.deep.equal(all);
      });

      it('while what the version before goes on writing is found by what is between quotes and dashes', async () => {
        await database
          .knex('seance')
          .where({ id: 'seance-0' })
          .update({ search_text: nameKey('« L’atelier » de Sainte‑Anne') });
        for (const q of ['"l\'atelier"', 'sainte-anne', 'Sainte Anne', 'l`atelier']) {
          const found = database.knex('seance').where({ id: 'seance-0' });
          for (const term of searchTerms(q)) void found.whereRaw('instr(search_text, ?) > 0', [term]);
          expect(await found, q).to.have.lengthOf(1);
        }
      });
    },
    { migrated: false },
  );
});
