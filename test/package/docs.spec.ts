import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect } from 'chai';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Files of `folder` and below whose name ends with one of `endings`, as paths from the root. */
async function filesIn(folder: string, ...endings: readonly string[]): Promise<readonly string[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
}

/** The anchors of the headings of a Markdown text. */
function anchorsOf(markdown: string): ReadonlySet<string> {
  const headings = [...markdown.matchAll(/^#+ +(.+)$/gm)].map(([, heading = '']) => heading);
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}

const withoutCode = (markdown: string): string =>
  markdown.replace(/^```[\s\S]*?^```$/gm, '').replace(/`[^`\n]*`/g, '');

interface Link {
  /** As it is written. */
  readonly target: string;
  /** From the root. */
  readonly path: string;
  readonly anchor: string | undefined;
}

/** Links and pictures of a document that lead to files beside it, or into itself. */
function linksIn(file: string, text: string): readonly Link[] {
  return [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => {
      const [path = '', anchor] = target.split('#');
      return { target, path: path === '' ? file : join(dirname(file), path), anchor };
    });
}

/** What is published, as paths from the root, but for what has to be built first. */
async function filesOfPackage(): Promise<ReadonlySet<string>> {
  const args = ['pack', '--dry-run', '--json', '--ignore-scripts'];
  const { stdout } = await promisify(execFile)('npm', args, { cwd: root, maxBuffer: 2 ** 26 });
  const [packed] = JSON.parse(stdout) as [{ readonly files: readonly { readonly path: string }[] }];
  return new Set(packed.files.map(({ path }) => path));
}

describe('The documents', () => {
  let documents: ReadonlyMap<string, string>;
  let decisions: readonly string[];

  before(async () => {
    const files = [...(await readdir(root)), ...(await filesIn('docs', '.md'))].filter((file) =>
      file.endsWith('.md'),
    );
    const read = files.map(async (file) => [file, await readFile(join(root, file), 'utf8')] as const);
    documents = new Map(await Promise.all(read));
    decisions = (await filesIn('docs/adr', '.md')).map((file) => file.replace('docs/adr/', ''));
  });

  it('link to files and headings that exist', () => {
    const broken = [...documents].flatMap(([file, text]) =>
      linksIn(file, text)
        .filter(({ path, anchor }) => {
          if (!existsSync(join(root, path))) return true;
          return anchor !== undefined && !anchorsOf(documents.get(path) ?? '').has(anchor);
        })
        .map(({ target }) => `${file}: ${target}`),
    );
    expect(broken).to.deep.equal([]);
  });

  it('link and show, in the package, what is in the package', async () => {
    const packed = await filesOfPackage();
    const shipped = [...documents].filter(([file]) => packed.has(file));
    const broken = shipped.flatMap(([file, text]) =>
      linksIn(file, text)
        .filter(({ path }) => !packed.has(path))
        .map(({ target }) => `${file}: ${target}`),
    );
    expect(shipped.map(([file]) => file)).to.include.members(['README.md', 'docs/users-guide.fr.md']);
    expect(broken).to.deep.equal([]);
  });

  it('name files and folders of the repository that exist', () => {
    const named = [...documents].flatMap(([file, text]) =>
      [...text.matchAll(/`((?:src|demo|test|migrations|docs|\.ci|\.config)\/[\w./-]*\w)`/g)].map(
        ([, path = '']) => [file, path],
      ),
    );
    expect(named).not.to.be.empty;
    expect(named.filter(([, path = '']) => !existsSync(join(root, path)))).to.deep.equal([]);
  });

  it('say of each requirement of security, once, where it is met and which test or check shows it', () => {
    const text = documents.get('docs/reference/security.md') ?? '';
    const rows = [...text.matchAll(/^\| (\d.*) \|$/gm)].map(([, row = '']) =>
      row.split('|').map((cell) => cell.trim()),
    );
    const numbers = rows.map(([number]) => number);

    expect(rows).to.have.length.above(40);
    expect(new Set(numbers).size).to.equal(numbers.length);
    for (const [number = '', ...cells] of rows) {
      expect(number).to.match(/^\d+\.\d+\.\d+$/);
      expect(cells, number).to.have.length(3);
      const [short = '', met = '', shown = ''] = cells;
      expect(short, number).to.not.equal('');
      const named = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path);
      expect(named(met).length, number).to.be.above(0);
      expect(named(shown).length, number).to.be.above(0);
      for (const path of [...named(met), ...named(shown)])
        expect(existsSync(join(root, path)), path).to.equal(true);
      for (const path of named(shown)) expect(path).to.match(/\.spec\.ts$|^\.ci\/run$|check\.mjs$/);
    }
  });

  it('number decisions without a gap, each in a page with context, decision and consequences', () => {
    expect(decisions.map((file) => Number(file.slice(0, 4)))).to.deep.equal(
      decisions.map((_, index) => index + 1),
    );
    for (const file of decisions) {
      const text = documents.get(`docs/adr/${file}`) ?? '';
      const headings = [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
      expect(headings, file).to.deep.equal(['Context', 'Decision', 'Consequences']);
      expect(text.split(/\s+/).length, `words of ${file}`).to.be.at.most(550);
    }
  });

  it('list every decision in their index', () => {
    const index = documents.get('docs/README.md') ?? '';
    expect(decisions.filter((file) => !index.includes(`(adr/${file})`))).to.deep.equal([]);
  });

  it('have every decision and every page that a comment cites', async () => {
    const folders = ['src', 'demo', 'test', 'migrations', '.config'];
    const sources = (
      await Promise.all(folders.map((folder) => filesIn(folder, '.ts', '.js', '.cjs', '.mjs')))
    ).flat();
    const known = new Set(decisions.map((file) => file.slice(0, 4)));
    const unknown: string[] = [];
    for (const file of [...sources, ...documents.keys()]) {
      const text = await readFile(join(root, file), 'utf8');
      for (const [, number = ''] of text.matchAll(/\bADR (\d{4})\b/g)) {
        if (!known.has(number)) unknown.push(`${file}: ADR ${number}`);
      }
      for (const [page] of text.matchAll(/\bdocs\/[\w/.-]+\.md\b/g)) {
        if (!existsSync(join(root, page))) unknown.push(`${file}: ${page}`);
      }
    }
    expect(unknown).to.deep.equal([]);
  });
});
