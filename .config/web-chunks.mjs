import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** What a page with the list loads before it shows its séances: JavaScript, styles and the French texts. */
const firstLoad = ['seance-tool.ts', '../locales/fr.json?tool'];
/** What a home page loads before it shows its reader's own. */
const homeLoad = ['my-seances.ts', '../locales/fr.json?tool', '../locales/fr.json?mySeances'];

const folder = new URL('../dist/web/', import.meta.url);

/** By file of the web build, its bytes gzipped: what the first load is made of. */
export function firstLoadSizes() {
  return sizesOf(filesOf(firstLoad));
}

/** The same of what a home page loads. */
export function homeLoadSizes() {
  return sizesOf(filesOf(homeLoad));
}

/**
 * By file, its bytes gzipped: what comes with a module that is loaded later, beside the first load.
 *
 * @param {string} name of the module's source
 */
export function laterSizes(name) {
  const there = filesOf(firstLoad);
  return sizesOf([...filesOf([name])].filter((file) => !there.has(file)));
}

/** By file, its bytes gzipped: everything that is not in the first load. */
export function otherSizes() {
  const there = filesOf(firstLoad);
  const files = Object.values(readManifest()).map(({ file }) => file);
  return sizesOf(files.filter((file) => !there.has(file)));
}

/** @returns {Record<string, { file: string, imports?: string[], css?: string[] }>} */
function readManifest() {
  return JSON.parse(readFileSync(new URL('.vite/manifest.json', folder), 'utf8'));
}

/** @param {readonly string[]} names */
function filesOf(names) {
  const manifest = readManifest();
  /** @type {Set<string>} */
  const files = new Set();
  /** @param {string} name */
  const collect = (name) => {
    const chunk = manifest[name];
    if (!chunk) throw new Error(`${name} is not in the manifest of the web build`);
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const css of chunk.css ?? []) files.add(css);
    for (const imported of chunk.imports ?? []) collect(imported);
  };
  for (const name of names) collect(name);
  return files;
}

/** @param {Iterable<string>} files */
function sizesOf(files) {
  return new Map(
    [...files].map((file) => [file, gzipSync(readFileSync(new URL(file, folder)), { level: 9 }).length]),
  );
}
