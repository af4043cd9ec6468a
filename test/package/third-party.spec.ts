import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'chai';
import { thirdParties, thirdPartyText } from './third-party.js';

const file = new URL('../../THIRD-PARTY.md', import.meta.url);

/** `npm run licences` writes it anew after a dependency was added or changed. */
const update = process.env['UPDATE_LICENCES'] === '1';

/** What software under the MIT licence may be shipped with. */
const permitted = [
  '0BSD',
  'Apache-2.0',
  'Bitstream-Vera',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'MPL-2.0',
];

describe('The licences of what is installed with the package', () => {
  it('are some that it may be shipped with', () => {
    expect(thirdParties().filter(({ licence }) => !permitted.includes(licence))).to.deep.equal([]);
  });

  it('are listed in THIRD-PARTY.md, of every dependency', () => {
    const text = thirdPartyText();
    if (update) writeFileSync(file, text);

    expect(text).to.match(/^\| `ical\.js` +\| MPL-2\.0 +\| https:\/\/github\.com\/\S+ +\|$/m);
    expect(existsSync(file) && readFileSync(file, 'utf8')).to.equal(text);
  });
});
