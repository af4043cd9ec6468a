import { expect } from 'chai';
import { readManifest } from '../../../src/index.js';
import { languageFiles } from '../../locales/language-files.js';

const { properties } = readManifest().settings as {
  readonly properties: Readonly<Record<string, { readonly enum?: readonly string[] }>>;
};

describe('The texts of the administration', () => {
  for (const { language, parts } of languageFiles) {
    it(`${language} has a label and a hint for every setting, and a text for each of its choices`, () => {
      const needed = Object.entries(properties).flatMap(([name, { enum: choices = [] }]) => [
        `setting.${name}`,
        `setting.${name}.hint`,
        ...choices.map((choice) => `setting.${name}.${choice}`),
      ]);
      const there = Object.keys(parts.administration).filter((key) => key.startsWith('setting.'));

      expect(there).to.have.members(needed);
    });
  }
});
