import { expect } from 'chai';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { defaultSettings, readManifest, type Manifest } from '../../../src/adapters/host/manifest.js';

const root = new URL('../../../', import.meta.url);

type Json = Record<string, unknown>;

describe('plugin.json', () => {
  it('is valid, and has the version of the package', () => {
    const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
      version: string;
    };
    expect(readManifest().version).to.equal(version);
  });

  it('has a default for every setting', () => {
    const manifest = readManifest();
    const { properties } = manifest.settings as { readonly properties: Json };
    expect(Object.keys(defaultSettings(manifest))).to.have.members(Object.keys(properties));
  });
});

describe('readManifest', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'seances-manifest-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  /** Reads the manifest with `changes`; undefined takes a field away. */
  function read(changes: Json): Manifest {
    return readText(JSON.stringify({ ...readManifest(), ...changes }));
  }

  function readText(text: string): Manifest {
    const file = join(folder, 'plugin.json');
    writeFileSync(file, text);
    return readManifest(pathToFileURL(file));
  }

  const tool = {
    id: 'seances',
    icon: 'clock',
    label: { fr: 'a', en: 'b' },
    path: 'tools/seances',
    order: 'last',
  };
  const entry = { id: 'seances', icon: 'gear', label: { fr: 'a', en: 'b' }, path: 'seances' };
  const setting = { type: 'integer', default: 0, minimum: 1, description: 'At least one.' };
  const settings = { type: 'object', additionalProperties: false };

  const text = { fr: 'a', en: 'b' };
  const column = { columns: ['user_id'], names: ['user_id'], person: 'user_id', order: ['user_id'] };
  const part = { id: 'places', table: 'seance_place', ...column, description: text, retention: text };

  it('takes an administration entry', () => {
    expect(read({ menu: { tool, administration: entry } }).menu.administration).to.deep.equal(entry);
  });

  const wrong: readonly (readonly [what: string, changes: Json, pointer: string])[] = [
    ['an unknown field', { colour: 'red' }, '/colour'],
    ['a missing field', { icon: undefined }, 'the whole manifest'],
    ['a version that is not semantic', { version: '1' }, '/version'],
    ['a text without French', { description: { en: 'x' } }, '/description'],
    ['an entry that is not the last', { menu: { tool: { ...tool, order: 'first' } } }, '/menu/tool/order'],
    ['a path that leaves its folder', { migrations: '../migrations' }, '/migrations'],
    ['an element without a hyphen', { web: { module: 'web/a.js', element: 'tool' } }, '/web/element'],
    ['a part of personal data that says nothing of who is gone', { personalData: [part] }, '/personalData/0'],
    [
      'a column that is none',
      { personalData: [{ ...part, whenGone: 'removed', columns: ['a b'] }] },
      '/personalData/0/columns/0',
    ],
    ['a capability that no host has', { requires: ['coffee'] }, '/requires/0'],
    [
      'a setting without a default',
      { settings: { ...settings, properties: { a: { type: 'boolean' } } } },
      '/settings/properties/a',
    ],
    [
      'a default that its setting does not allow',
      { settings: { ...settings, properties: { a: setting } } },
      '/settings/properties/a',
    ],
    [
      'a setting with a misspelt keyword',
      { settings: { ...settings, properties: { a: { ...setting, minimun: 1 } } } },
      '/settings',
    ],
  ];
  for (const [what, changes, pointer] of wrong) {
    it(`refuses ${what}, naming the file and ${pointer}`, () => {
      expect(() => read(changes)).to.throw(new RegExp(`plugin\\.json: ${pointer} `));
    });
  }

  it('refuses what is not JSON, naming the file', () => {
    expect(() => readText('{"id":')).to.throw(/plugin\.json: .*JSON/);
  });

  it('refuses a file that is not there, naming it', () => {
    expect(() => readManifest(pathToFileURL(join(folder, 'none.json')))).to.throw(/none\.json/);
  });
});
