import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** What a page with the list may weigh before it shows its séances: JavaScript, styles and the French texts, gzipped. */
const limit = 60_000;
const firstLoad = ['seance-tool.ts', '../locales/fr.json?tool'];

const folder = new URL('../dist/web/', import.meta.url);
/** @type {Record<string, { file: string, imports?: string[], css?: string[] }>} */
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', folder), 'utf8'));

/** @type {Set<string>} */
const files = new Set();
for (const name of firstLoad) collect(name);

let total = 0;
for (const file of files) {
  const size = weigh(file);
  total += size;
  print(file, size);
}
print('first load', total);
for (const { file } of Object.values(manifest)) if (!files.has(file)) print(`(later) ${file}`, weigh(file));

if (total > limit) {
  console.error(`The first load weighs ${total} bytes gzipped, more than ${limit}.`);
  process.exitCode = 1;
}

/** @param {string} name */
function collect(name) {
  const chunk = manifest[name];
  if (!chunk) throw new Error(`${name} is not in the manifest of the web build`);
  if (files.has(chunk.file)) return;
  files.add(chunk.file);
  for (const css of chunk.css ?? []) files.add(css);
  for (const imported of chunk.imports ?? []) collect(imported);
}

/** @param {string} file */
function weigh(file) {
  return gzipSync(readFileSync(new URL(file, folder)), { level: 9 }).length;
}

/**
 * @param {string} what
 * @param {number} bytes
 */
function print(what, bytes) {
  console.log(`${what.padEnd(44)} ${(bytes / 1000).toFixed(1).padStart(6)} kB gzipped`);
}
