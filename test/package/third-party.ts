import { readFileSync } from 'node:fs';

const root = new URL('../../', import.meta.url);

const json = (file: string): unknown => JSON.parse(readFileSync(new URL(file, root), 'utf8'));

type Names = Readonly<Record<string, string>>;

interface Manifest {
  readonly dependencies: Names;
  readonly optionalDependencies: Names;
  readonly peerDependencies: Names;
  readonly peerDependenciesMeta: Readonly<Record<string, { readonly optional: boolean }>>;
}

/** A package that npm installs beside this one. */
export interface ThirdParty {
  readonly name: string;
  readonly licence: string;
}

/** Licences that a package has in a file, and its manifest does not name as SPDX does. */
const unsaid: ReadonlyMap<string, string> = new Map([
  ['dejavu-fonts-ttf', 'Bitstream-Vera'],
  ['png-js', 'MIT'],
]);

/** Everything that a host has with this package: its dependencies, what they depend on, and the peers it cannot do without. */
export function thirdParties(): readonly ThirdParty[] {
  const { packages } = json('package-lock.json') as {
    packages: Readonly<Record<string, { dev?: boolean; devOptional?: boolean; license?: string }>>;
  };
  const installed = Object.entries(packages)
    .filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional)
    .map(([path, { license }]) => {
      const name = path.replace(/^.*node_modules\//, '');
      return [name, unsaid.get(name) ?? license ?? ''] as const;
    });
  return [...new Map(installed)]
    .map(([name, licence]) => ({ name, licence }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** `THIRD-PARTY.md`: what the package asks for itself, each with its source, and by licence what comes with these. */
export function thirdPartyText(): string {
  const asked = askedFor();
  const all = thirdParties();
  const rows = all.filter(({ name }) => asked.has(name));
  const others = all.filter(({ name }) => !asked.has(name));
  const licences = [...new Set(others.map(({ licence }) => licence))].sort();
  return `# Third parties

Séances itself is under the [MIT licence](LICENSE). This page says under which licences the packages are that npm installs
with it; each brings the text of its own. It is written by \`npm run licences\`, and kept true by a test.

What is bundled into the browser part is listed in \`dist/web/licences.md\` of the package, with the texts.

${table(rows)}

The Mozilla Public License is about the files of \`ical.js\`, which are installed as they are published, in a package of
their own.

What these need in turn:

${licences.map((licence) => `- ${licence}: ${namesUnder(licence, others)}`).join('\n')}
`;
}

const namesUnder = (licence: string, all: readonly ThirdParty[]): string =>
  all
    .filter((one) => one.licence === licence)
    .map(({ name }) => `\`${name}\``)
    .join(', ');

function askedFor(): ReadonlySet<string> {
  const { dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta } = json(
    'package.json',
  ) as Manifest;
  const needed = Object.keys(peerDependencies).filter((name) => !peerDependenciesMeta[name]?.optional);
  return new Set([...Object.keys(dependencies), ...Object.keys(optionalDependencies), ...needed]);
}

/** As prettier lays it out. */
function table(rows: readonly ThirdParty[]): string {
  const cells = [
    ['package', 'licence', 'source'],
    ...rows.map(({ name, licence }) => [`\`${name}\``, licence, sourceOf(name)]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = cells;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}

/** Manifests name their repository on GitHub in five ways. */
function sourceOf(name: string): string {
  const { repository } = json(`node_modules/${name}/package.json`) as {
    repository: string | { readonly url: string };
  };
  const address = typeof repository === 'string' ? repository : repository.url;
  const [, path = ''] = /^(?:.*github\.com[/:])?([\w.-]+\/[\w.-]+?)(?:\.git)?$/.exec(address) ?? [];
  return `https://github.com/${path}`;
}
