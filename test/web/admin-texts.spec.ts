import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { readManifest } from '../../src/index.js';

const folder = new URL('../../src/web/locales/admin/', import.meta.url);
const catalogues = readdirSync(folder).map((file) => ({
  language: file.replace('.json', ''),
  texts: JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Record<string, string>,
}));
const { properties } = readManifest().settings as {
  readonly properties: Readonly<Record<string, { readonly enum?: readonly string[] }>>;
};

describe('The texts of the administration', () => {
  it('are French and English, at least', () => {
    expect(catalogues.map(({ language }) => language)).to.include.members(['en', 'fr']);
  });

  for (const { language, texts } of catalogues) {
    it(`${language} has a label and a hint for every setting, and a text for each of its choices`, () => {
      const needed = Object.entries(properties).flatMap(([name, { enum: choices = [] }]) => [
        `setting.${name}`,
        `setting.${name}.hint`,
        ...choices.map((choice) => `setting.${name}.${choice}`),
      ]);
      const there = Object.keys(texts).filter((key) => key.startsWith('setting.'));

      expect(there).to.have.members(needed);
    });

    it(`${language} has the keys of the others and names the same values`, () => {
      // What follows `one`, `other` or `=0` is a text for that number, and no value.
      const value = /(?<!(?:one|other|=\d) )\{(\w+)(?=[,}])/g;
      const named = (text = '') => new Set([...text.matchAll(value)].map(([, name]) => name));
      for (const other of catalogues) {
        expect(Object.keys(texts)).to.deep.equal(Object.keys(other.texts));
        for (const [key, text] of Object.entries(texts))
          expect([...named(text)], key).to.have.members([...named(other.texts[key])]);
      }
    });
  }
});
