import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import { codeFolder, packageFolder, packageFolderSeenFrom } from '../src/package-folder.js';

describe('The folder of the package', () => {
  it('has what is read from it', () => {
    for (const name of ['plugin.json', 'plugin.schema.json', 'migrations/'])
      expect(existsSync(new URL(name, packageFolder)), name).to.equal(true);
    expect(existsSync(new URL('locales/fr.json', codeFolder))).to.equal(true);
  });

  it('is found by the name of the package, wherever in there a bundle is', () => {
    const bundle = new URL('out/of/a/bundler.mjs', packageFolder);
    expect(packageFolderSeenFrom(bundle.href).href).to.equal(packageFolder.href);
  });

  it('is asked for in a sentence where the package is not installed, or a bundle does not know where it is', () => {
    const elsewhere = pathToFileURL(join(tmpdir(), 'bundle.mjs')).href;
    const advice = 'keep it out of the bundle, and install it where that runs';
    expect(() => packageFolderSeenFrom(elsewhere)).to.throw(`from ${elsewhere}`);
    expect(() => packageFolderSeenFrom(elsewhere))
      .to.throw(advice)
      .with.property('cause');
    expect(() => packageFolderSeenFrom(undefined)).to.throw(advice);
  });
});
