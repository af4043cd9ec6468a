import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { readManifest } from '../src/index.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = `${root}dist`;
const config = `${root}.config/vite.config.ts`;

/**
 * Builds the browser part when there is none, or when its sources are newer. Several processes may do so at once, from
 * one checkout: each builds in a folder of its own, and the last one's stays.
 */
async function buildWeb(): Promise<void> {
  const built = await changedAt(`${dist}/${readManifest().web.module}`);
  if (built !== undefined && built >= (await newestSource())) return;
  const vite = await import('vite').catch(() => undefined);
  if (!vite && built !== undefined) return;
  if (!vite) throw new Error('The browser part has to be built, and vite is not installed: run npm ci.');
  await mkdir(dist, { recursive: true });
  const folder = await mkdtemp(`${dist}/.web-`);
  try {
    await vite.build({
      configFile: config,
      logLevel: 'warn',
      build: { outDir: `${folder}/new`, emptyOutDir: true },
    });
    await putInPlace(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A folder cannot replace another one that has files: the old one is moved away first, unless somebody else just did. */
async function putInPlace(folder: string): Promise<void> {
  const web = `${dist}/web`;
  await rename(web, `${folder}/old`).catch(ignore('ENOENT'));
  await rename(`${folder}/new`, web).catch(ignore('ENOTEMPTY', 'EEXIST'));
}

/** When a source of the browser part was last changed, added or removed, in milliseconds since 1970. */
async function newestSource(): Promise<number> {
  const folders = [`${root}src/web`, `${root}src/locales`];
  const files = folders.map(async (folder) => {
    const entries = await readdir(folder, { recursive: true });
    return [folder, ...entries.map((entry) => `${folder}/${entry}`)];
  });
  const times = await Promise.all([config, ...(await Promise.all(files)).flat()].map(changedAt));
  return Math.max(...times.map((time) => time ?? 0));
}

async function changedAt(path: string): Promise<number | undefined> {
  return (await stat(path).catch(ignore('ENOENT')))?.mtimeMs;
}

function ignore(...codes: readonly string[]): (error: NodeJS.ErrnoException) => undefined {
  return (error) => {
    if (!codes.includes(error.code ?? '')) throw error;
    return undefined;
  };
}

buildWeb().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
