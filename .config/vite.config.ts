import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { partsOfLanguages } from './parts-of-languages.js';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/**
 * The browser part: two modules with stable names, the tool and its administration, and chunks that they load from
 * beside themselves, wherever that is.
 */
export default defineConfig({
  root: path('../src/web'),
  base: './',
  publicDir: false,
  plugins: [partsOfLanguages],
  resolve: {
    alias: { '@formatjs/icu-messageformat-parser': '@formatjs/icu-messageformat-parser/no-parser.js' },
  },
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
