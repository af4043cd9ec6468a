// Packs the package as it would be published, looks at what is inside, and uses it as an integrator does: installed
// into an empty project outside the repository, type-checked strictly, mounted and asked. Needs a build.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { embedExample, guideExamples } from './examples.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const work = mkdtempSync(join(tmpdir(), 'seances-package-'));
const failures = [];

const required = [
  'README.md',
  'LICENSE',
  'CHANGELOG.md',
  'THIRD-PARTY.md',
  'plugin.json',
  'plugin.schema.json',
  'dist/index.js',
  'dist/index.d.ts',
  'dist/index.js.map',
  'dist/testing/index.js',
  'dist/remote/index.js',
  'dist/adapters/mail/create-smtp-mailer.js',
  'dist/adapters/timestamp/create-time-stamper.js',
  'dist/adapters/sheet/create-pdf-sheet-writer.js',
  'dist/web/seance-tool.js',
  'dist/web/seance-admin.js',
  'dist/web/my-seances.js',
  'dist/web/licences.md',
  'dist/web-types/wire.gen.d.ts',
  'dist/locales/fr.json',
  'dist/locales/en.json',
  'dist/locales/nl.json',
  'migrations/20261123000100_seances.js',
  'migrations/shared/bytewise.js',
  'docs/integrators-guide.md',
  'docs/reference/remote.schema.json',
  'docs/platforms/php/src/host.php',
];
const unwanted =
  /(^|\/)(test|tests|demo|node_modules|coverage)\/|\.spec\.|\.sqlite|^src\/|(^|\/)\.(?!well-known)/;

step('what is inside', () => {
  const files = pack().files.map((file) => file.path);
  const missing = required.filter((file) => !files.includes(file));
  const surplus = files.filter((file) => unwanted.test(file));
  if (missing.length > 0) throw new Error(`not in the package: ${missing.join(', ')}`);
  if (surplus.length > 0) throw new Error(`should not be in the package: ${surplus.join(', ')}`);
  return `${files.length} files`;
});
const tarball = join(work, `${manifest.name}-${manifest.version}.tgz`);

await step('publint', async () => {
  const { messages } = await publint({ pkgDir: root, pack: 'npm', level: 'warning' });
  if (messages.length > 0)
    throw new Error(messages.map((message) => formatMessage(message, manifest)).join('\n'));
});

// The package is ESM alone.
step('types of every entry', () =>
  run('npx', ['--no-install', 'attw', tarball, '--profile', 'esm-only'], root),
);

const project = join(work, 'project');
cpSync(new URL('consumer/', import.meta.url), project, { recursive: true });
writeFileSync(
  join(project, 'package.json'),
  JSON.stringify({ name: 'consumer', private: true, type: 'module' }),
);
const guide = guideExamples(readFileSync(join(root, 'docs/integrators-guide.md'), 'utf8'));
writeFileSync(join(project, 'embed.ts'), embedExample(readFileSync(join(root, 'README.md'), 'utf8')));
writeFileSync(join(project, 'host.ts'), guide.host);
writeFileSync(join(project, 'contract.ts'), guide.contract);
writeFileSync(join(project, 'page/plain.ts'), guide.page);
writeFileSync(join(project, 'page/react.tsx'), guide.reactPage);

step('installation into an empty project', () => {
  const tools = ['typescript', '@types/node', '@types/react'].map(
    (name) => `${name}@${manifest.devDependencies[name]}`,
  );
  run(
    'npm',
    ['install', '--prefer-offline', '--no-audit', '--no-fund', '--no-save', tarball, ...tools],
    project,
  );
});
step('strict types in that project', () => run('npx', ['--no-install', 'tsc', '-p', '.'], project));
step('strict types of its pages', () => run('npx', ['--no-install', 'tsc', '-p', 'page'], project));
step('mounted there, by node:http and by fetch', () => run('node', ['consumer.js'], project));
step("the contract suite there, on the guide's host", () => run('node', ['--test', 'contract.js'], project));
step("the README's example there, with the guide's host", () => run('node', ['run-embed.js'], project));
step('without libsql, a sentence that says what to install', () => {
  rmSync(join(project, 'node_modules/libsql'), { recursive: true });
  run('node', ['--enable-source-maps', 'without-libsql.js'], project);
});

rmSync(work, { recursive: true, force: true });
process.exitCode = failures.length > 0 ? 1 : 0;

function pack() {
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', work];
  return JSON.parse(run('npm', args, root)).at(0);
}

function run(command, args, cwd) {
  try {
    return execFileSync(command, args, {
      cwd,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 300_000,
    });
  } catch (error) {
    throw new Error(`${command} ${args.join(' ')}\n${error.stdout ?? ''}${error.stderr ?? ''}`, {
      cause: error,
    });
  }
}

/** Does one check, says how it went, and lets the next one have its turn. */
function step(name, check) {
  const passed = (note) => console.log(`  ok    ${name}${/^.+$/.test(note ?? '') ? `: ${note}` : ''}`);
  const failed = (error) => {
    failures.push(name);
    console.log(`  FAIL  ${name}\n${error.message}`);
  };
  try {
    const result = check();
    return result instanceof Promise ? result.then(passed, failed) : passed(result);
  } catch (error) {
    return failed(error);
  }
}
