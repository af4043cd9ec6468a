import { expect } from 'chai';
import { sheetName } from '../../../src/adapters/export/sheet-name.js';

describe('The name of a sheet', () => {
  for (const [title, name, expected] of [
    ['is kept', 'Session 2026–2027', 'Session 2026–2027'],
    ['has none of the signs that spreadsheets refuse', 'a/b\\c?d*e:f[g]\th', 'a b c d e f g h'],
    ['has no quote at its ends', "'l'été'", "l'été"],
    ['is cut after 31 units', 'x'.repeat(40), 'x'.repeat(31)],
    ['is not cut within a sign', `${'x'.repeat(30)}😀`, 'x'.repeat(30)],
    ['has no blank at its end when it is cut', `${'x'.repeat(30)} y`, 'x'.repeat(30)],
    ['is another one when nothing is left', '[]/', 'Séances'],
    ['is another one when spreadsheets keep it for themselves', 'HISTORY', 'Séances'],
  ] as const)
    it(title, () => {
      expect(sheetName(name, 'Séances')).to.equal(expected);
    });
});
