import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly devDependencies: Readonly<Record<string, string>>;
};

/** What platforms are made of beside what this repository has anyway, at the versions that it has. */
const versions: Readonly<Record<string, string>> = {
  ...devDependencies,
  esbuild: '0.28.2',
  next: '16.4.6',
  react: '19.3.1',
  'react-dom': '19.3.1',
};

/** A project outside of this repository, with the package in it as it would be published. */
export class InstalledProject {
  private constructor(readonly folder: string) {}

  /**
   * @param manifest what is in `package.json` beside the dependencies.
   * @param packages the names of what is installed beside the package.
   */
  static async create(
    tarball: string,
    packages: readonly string[],
    manifest: object = {},
  ): Promise<InstalledProject> {
    const project = new InstalledProject(mkdtempSync(join(tmpdir(), 'seances-platform-')));
    await project.write('package.json', JSON.stringify({ name: 'platform', private: true, ...manifest }));
    const named = packages.map((name) => `${name}@${versions[name] ?? 'unknown'}`);
    // None of them needs a script of its own, and npm asks about each.
    const options = ['--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'];
    run('npm', ['install', ...options, tarball, ...named], project.folder);
    return project;
  }

  async write(name: string, text: string): Promise<void> {
    const file = join(this.folder, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }

  /** @throws Error with all that was printed. */
  build(words: readonly string[]): void {
    run(process.execPath, words, this.folder);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Packs the package as it has been built. */
export function packInto(folder: string): string {
  const printed = run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], root);
  const [{ filename }] = JSON.parse(printed) as [{ readonly filename: string }];
  return join(folder, filename);
}

function run(command: string, words: readonly string[], cwd: string): string {
  const env = { ...process.env, NODE_ENV: undefined, NEXT_TELEMETRY_DISABLED: '1' };
  try {
    return execFileSync(command, words, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    const { stdout, stderr } = error as { readonly stdout: string; readonly stderr: string };
    throw new Error(`${command} ${words.join(' ')}\n${stdout}${stderr}`, { cause: error });
  }
}
