import { expect } from 'chai';
import { attachment } from '../../../src/adapters/http/file-name.js';
import { fileName } from '../../../src/web/export/save-file.js';

describe('The name of a file that comes', () => {
  for (const name of ['Seances', "Séances - L'été [3]", 'סדנה 数学 😀'])
    it(`is as the server gives it: ${name}`, () => {
      expect(fileName(attachment(name, 'csv'))).to.equal(`${name}.csv`);
    });

  it('is none where there is none', () => {
    expect(fileName('')).to.equal('');
  });
});
