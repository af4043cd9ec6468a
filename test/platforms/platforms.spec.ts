import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ExampleServer } from '../support/example-server.js';
import { appModule, filesOfPage, tryOut } from '../support/platform-pages.js';
import { InstalledProject, packInto } from './installed-project.js';

interface Built {
  readonly page: string;
  /** Where its host is. */
  readonly folder?: string;
  /** What the page leaves to its reader. */
  readonly rest?: Readonly<Record<string, string>>;
  readonly manifest?: object;
  readonly packages: readonly string[];
  /** What Node builds it with, and what it then starts it with. */
  readonly build: readonly string[];
  readonly start: readonly string[];
  readonly environment?: NodeJS.ProcessEnv;
  readonly hasPage: boolean;
}

const layout = `
import type { ReactNode } from 'react';

export default function Layout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="fr">
      <body>{children}</body>
    </html>
  );
}
`;

/** CommonJS, as `nest new` has it. */
const nestOptions = {
  compilerOptions: {
    module: 'nodenext',
    target: 'ES2023',
    types: ['node'],
    strict: true,
    skipLibCheck: true,
    experimentalDecorators: true,
    emitDecoratorMetadata: true,
    rootDir: '.',
    outDir: 'dist',
  },
};

/** Packages that are CommonJS ask for Node's modules in a way that esbuild leaves to `require`. */
const withRequire =
  "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);";

const platforms: Readonly<Record<string, Built>> = {
  'Next.js': {
    page: 'nextjs.md',
    folder: 'lib/',
    rest: { 'app/layout.tsx': layout },
    manifest: { type: 'module' },
    packages: ['next', 'react', 'react-dom', 'typescript', '@types/node', '@types/react'],
    build: ['node_modules/next/dist/bin/next', 'build'],
    start: ['node_modules/next/dist/bin/next', 'start'],
    environment: { NEXT_MANUAL_SIG_HANDLE: 'true' },
    hasPage: true,
  },
  NestJS: {
    page: 'nestjs.md',
    rest: { 'app.module.ts': appModule, 'tsconfig.json': JSON.stringify(nestOptions) },
    packages: [
      '@nestjs/common',
      '@nestjs/core',
      '@nestjs/platform-express',
      'rxjs',
      'typescript',
      '@types/node',
      '@types/express',
    ],
    build: ['node_modules/typescript/bin/tsc'],
    start: ['dist/main.js'],
    hasPage: false,
  },
  'Express in one file, made by esbuild': {
    page: 'express.md',
    manifest: { type: 'module' },
    packages: ['express', 'esbuild'],
    build: [
      'node_modules/esbuild/bin/esbuild',
      'server.ts',
      '--bundle',
      '--platform=node',
      '--format=esm',
      `--banner:js=${withRequire}`,
      '--outfile=dist/server.mjs',
    ],
    start: ['dist/server.mjs'],
    hasPage: true,
  },
};

describe('The package, installed and built with', function () {
  this.timeout(300_000);
  const folder = mkdtempSync(join(tmpdir(), 'seances-packed-'));
  let tarball: string;
  let project: InstalledProject | undefined;

  before('packs what was built', () => {
    tarball = packInto(folder);
  });
  afterEach(() => project?.remove());
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const [title, built] of Object.entries(platforms))
    it(`${title}, serves, and ends when it is asked to`, async () => {
      project = await InstalledProject.create(tarball, built.packages, built.manifest);
      const files = await filesOfPage(built.page, built.folder);
      for (const [name, code] of [...files, ...Object.entries(built.rest ?? {})])
        await project.write(name, code);
      project.build(built.build);
      const running = await ExampleServer.start(project.folder, built.start, built.environment);
      await tryOut(running, { hasPage: built.hasPage, isZipped: true });
    });
});
