import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** The browser part: one module with a stable name, and chunks that it loads from beside itself, wherever that is. */
export default defineConfig({
  root: path('../src/web'),
  base: './',
  publicDir: false,
  build: {
    outDir: path('../dist/web'),
    emptyOutDir: true,
    // The size check reads from it what the first load is made of.
    manifest: true,
    // Vite's preload code expects a page of its own, and the host's page is not.
    modulePreload: false,
    lib: { entry: path('../src/web/seance-tool.ts'), formats: ['es'], fileName: () => 'seance-tool.js' },
    rolldownOptions: {
      output: { chunkFileNames: '[name]-[hash].js', assetFileNames: '[name]-[hash][extname]' },
    },
  },
});
