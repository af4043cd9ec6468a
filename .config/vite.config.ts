import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/**
 * A language is one file, and nobody loads all of it: `fr.json?tool` is its part `tool`, in a chunk of its own.
 */
const partsOfLanguages: Plugin = {
  name: 'parts-of-languages',
  load(id) {
    const [, file, part] = /^(.*\/src\/locales\/\w+\.json)\?(\w+)$/.exec(id) ?? [];
    if (file === undefined || part === undefined) return undefined;
    this.addWatchFile(file);
    const parts = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, unknown>>;
    return `export default ${JSON.stringify(parts[part])}`;
  },
};

/**
 * The browser part: two modules with stable names, the tool and its administration, and chunks that they load from
 * beside themselves, wherever that is.
 */
export default defineConfig({
  root: path('../src/web'),
  base: './',
  publicDir: false,
  plugins: [partsOfLanguages],
  build: {
    outDir: path('../dist/web'),
    // Style sheets stay as they are written: browsers without `light-dark()` are not among those we support.
    cssTarget: 'esnext',
    emptyOutDir: true,
    // The size check reads from it what the first load is made of.
    manifest: true,
    // Vite's preload code expects a page of its own, and the host's page is not.
    modulePreload: false,
    lib: {
      entry: {
        'seance-tool': path('../src/web/seance-tool.ts'),
        'seance-admin': path('../src/web/seance-admin.ts'),
      },
      formats: ['es'],
      fileName: (_format, name) => `${name}.js`,
    },
    rolldownOptions: {
      output: { chunkFileNames: '[name]-[hash].js', assetFileNames: '[name]-[hash][extname]' },
    },
  },
});
