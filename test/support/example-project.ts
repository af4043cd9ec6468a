import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The sources of the package's entries, by the names that `exports` of `package.json` gives them. */
function entries(): Readonly<Record<string, readonly string[]>> {
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    exports: Readonly<Record<string, string | { readonly types: string }>>;
  };
  return Object.fromEntries(
    Object.entries(exports).flatMap(([name, entry]) => {
      if (typeof entry === 'string') return [];
      const source = entry.types.replace('dist/web-types/', 'src/web/').replace('dist/', 'src/');
      return [[name.replace('.', 'seances'), [join(root, source.replace(/\.d\.ts$/, '.ts'))]]];
    }),
  );
}

/** A project of an adopter's, written for a test: its modules import the package by its name. */
export class ExampleProject {
  private constructor(readonly folder: string) {}

  /** @param compilerOptions what it has of its own, beside those of the repository. */
  static async create(compilerOptions: object = {}): Promise<ExampleProject> {
    await mkdir(join(root, 'tmp'), { recursive: true });
    const project = new ExampleProject(await mkdtemp(join(root, 'tmp/example-')));
    const config = {
      extends: join(root, 'tsconfig.json'),
      compilerOptions: { paths: entries(), ...compilerOptions },
      include: ['**/*.ts', '**/*.tsx'],
      exclude: [],
    };
    await project.write('tsconfig.json', JSON.stringify(config));
    return project;
  }

  async write(name: string, text: string): Promise<void> {
    const file = join(this.folder, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }

  /** What the compiler has to say about all its modules. */
  complaints(): readonly string[] {
    const { options, fileNames, errors } = ts.parseJsonConfigFileContent(
      ts.readConfigFile(join(this.folder, 'tsconfig.json'), (file) => ts.sys.readFile(file)).config,
      ts.sys,
      this.folder,
    );
    const program = ts.createProgram(fileNames, options);
    const found = program
      .getSourceFiles()
      .filter(({ fileName }) => fileNames.includes(fileName))
      .flatMap((source) => [
        ...program.getSyntacticDiagnostics(source),
        ...program.getSemanticDiagnostics(source),
      ]);
    return [...errors, ...found].map(
      ({ file, messageText }) =>
        `${file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
    );
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}
