import { appendFile, cp, mkdir, mkdtemp, realpath, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { allowed } from './allowed-imports.js';
import { cruise, type ICruiseResult, type IConfiguration } from 'dependency-cruiser';

const root = fileURLToPath(new URL('../../', import.meta.url));
const config = createRequire(import.meta.url)('../../.config/dependency-cruiser.cjs') as IConfiguration;

/** A module that breaks one rule: where it stands, what it says, and the rule. */
const forbidden: readonly (readonly [file: string, source: string, rule: string])[] = [
  [
    'src/domain/knows-a-port.ts',
    "import type { Clock } from '../ports/clock.js'; export type A = Clock;",
    'domain-is-pure',
  ],
  ['src/domain/knows-node.ts', "import 'node:fs';", 'domain-is-pure'],
  ['src/domain/knows-joi.ts', "import type { Schema } from 'joi'; export type A = Schema;", 'domain-is-pure'],
  ['src/domain/knows-the-container.ts', "import 'inversify';", 'only-the-root-knows-the-container'],
  [
    'src/ports/knows-a-use-case.ts',
    "import type { UseCase } from '../application/use-case.js'; export type A = UseCase;",
    'ports-are-contracts',
  ],
  [
    'src/ports/knows-knex.ts',
    "import type { Knex } from 'knex'; export type A = Knex;",
    'ports-are-contracts',
  ],
  ['src/ports/calls-the-domain.ts', "export { rule } from '../domain/rule.js';", 'ports-name-domain-types'],
  [
    'src/application/knows-an-adapter.ts',
    "import type { Row } from '../adapters/knex/row.js'; export type A = Row;",
    'application-looks-inwards',
  ],
  ['src/application/knows-node.ts', "import 'node:crypto';", 'application-looks-inwards'],
  ['src/application/knows-temporal.ts', "import 'temporal-polyfill';", 'application-looks-inwards'],
  [
    'src/adapters/http/knows-another.ts',
    "import type { Row } from '../knex/row.js'; export type A = Row;",
    'adapter-looks-inwards',
  ],
  [
    'src/adapters/http/knows-the-root.ts',
    "import type { plugin } from '../../plugin.js'; export type A = typeof plugin;",
    'adapter-looks-inwards',
  ],
  [
    'src/adapters/http/knows-knex.ts',
    "import type { Knex } from 'knex'; export type A = Knex;",
    'adapter-wraps-one-library',
  ],
  ['src/adapters/new/knows-joi.ts', "import 'joi';", 'adapter-wraps-one-library'],
  [
    'src/locales/knows-a-rule.ts',
    "import { rule } from '../domain/rule.js'; export const a = rule;",
    'texts-know-nobody',
  ],
  [
    'src/package-folder.ts',
    "import { rule } from './domain/rule.js'; export const packageFolder = rule;",
    'the-package-folder-knows-nobody',
  ],
  [
    'src/web/knows-the-servers-texts.ts',
    "import { texts } from '../locales/languages.js'; export const a = texts;",
    'web-is-a-world-of-its-own',
  ],
  ['src/adapters/knex/knows-the-container.ts', "import 'inversify';", 'only-the-root-knows-the-container'],
  [
    'src/other.ts',
    "import { row } from './adapters/knex/row.js'; export const a = row;",
    'only-the-root-knows-all-adapters',
  ],
  [
    'src/adapters/http/knows-the-composition.ts',
    "import { compose } from '../../composition/compose.js'; export const a = compose;",
    'only-the-plugin-knows-the-composition',
  ],
  [
    'src/composition/group.ts',
    "import { feature } from './seance.js'; export const a = feature;",
    'features-meet-in-the-container',
  ],
  ['src/index.ts', "export { useCase } from './application/use-case.js';", 'public-api-is-small'],
  ['src/index.ts', "export { rule } from './domain/rule.js';", 'public-api-names-types-of-the-inside'],
  [
    'src/hosts/fastify.ts',
    "import type { Request } from 'express'; export type A = Request;",
    'bridges-are-thin',
  ],
  [
    'src/hosts/express.ts',
    "import { rule } from '../domain/rule.js'; export const a = rule;",
    'bridges-are-thin',
  ],
  [
    'src/hosts/node.ts',
    "import { plugin } from '../plugin.js'; export const a = plugin;",
    'bridges-name-types',
  ],
  [
    'src/server/knows-the-plugin.ts',
    "import type { SeancesPlugin } from '../plugin.js'; export type A = SeancesPlugin<never>;",
    'servers-know-http-alone',
  ],
  [
    'src/remote/knows-a-repository.ts',
    "import type { Row } from '../adapters/knex/row.js'; export type A = Row;",
    'whole-hosts-are-integrators',
  ],
  [
    'src/cli/knows-the-composition.ts',
    "import type { compose } from '../composition/compose.js'; export type A = typeof compose;",
    'commands-are-entrances',
  ],
  [
    'src/cli/mounts.ts',
    "import { plugin } from '../plugin.js'; export const a = plugin;",
    'commands-are-entrances',
  ],
  ['src/adapters/knex/knows-a-command.ts', "import '../../cli/main.js';", 'commands-are-entrances'],
  [
    'src/web/knows-the-domain.ts',
    "import type { Rule } from '../domain/rule.js'; export type A = Rule;",
    'web-is-a-world-of-its-own',
  ],
  ['src/web/knows-node.ts', "import 'node:fs';", 'web-is-a-world-of-its-own'],
  [
    'src/web/core/knows-a-feature.ts',
    "import type { Group } from '../group/group.js'; export type A = Group;",
    'web-core-knows-no-feature',
  ],
  [
    'src/web/time/knows-the-page.ts',
    "import { element } from '../core/element.js'; export const a = element;",
    'web-time-is-pure',
  ],
  [
    'src/web/feed/knows-a-dialog.ts',
    "import { groupForm } from '../group/group-form.js'; export const a = groupForm;",
    'web-features-meet-at-show',
  ],
  [
    'src/web/feed/knows-data.ts',
    "import type { Group } from '../group/group.js'; export type A = Group;",
    'web-features-meet-at-show',
  ],
  [
    'src/web/seance/seance-detail.ts',
    "import { groupForm } from '../group/group-form.js'; export const a = groupForm;",
    'web-features-meet-at-show',
  ],
  [
    'src/web/group/knows-the-tool.ts',
    "import { tool } from '../seance-tool/tool.js'; export const a = tool;",
    'web-entrances-stay-outside',
  ],
  ['src/adapters/http/knows-the-web.ts', "import '../../web/element.js';", 'nobody-imports-the-web-part'],
  [
    'src/testing/knows-a-use-case.ts',
    "import type { UseCase } from '../application/use-case.js'; export type A = UseCase;",
    'testing-ships-alone',
  ],
  ['src/testing/knows-chai.ts', "import 'chai';", 'testing-ships-alone'],
  [
    'demo/knows-the-inside.ts',
    "import { rule } from '../src/domain/rule.js'; export const a = rule;",
    'demo-is-an-integrator',
  ],
  [
    'migrations/1_leans.js',
    "import { rule } from '../src/domain/rule.js'; export const a = rule;",
    'migrations-stand-alone',
  ],
  ['src/domain/left-over.ts', 'export const nobody = 1;', 'no-orphan'],
  ['src/domain/cycle.ts', "import type { B } from './cycle-back.js'; export type A = B;", 'no-cycle'],
  ['src/domain/broken.ts', "import './not-there.js';", 'no-unresolvable'],
  ['src/plugin-of-tests.ts', "import '../test/a.spec.js';", 'src-does-not-know-its-users'],
  ['src/adapters/knex/uses-chai.ts', "import 'chai';", 'no-development-dependency'],
];

describe('The import rules', function () {
  this.timeout(60_000);
  const broken = new Map<string, Set<string>>();
  let folder: string;

  before(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'import-rules-')));
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
    await cp(join(root, 'package.json'), join(folder, 'package.json'));
    for (const [file, source] of [...allowed, ...forbidden]) {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await appendFile(join(folder, file), `${source}\n`);
    }
    const { output } = await cruise(['src', 'demo', 'migrations', 'test'], {
      ...config.options,
      baseDir: folder,
      preserveSymlinks: true,
      validate: true,
      ruleSet: { forbidden: config.forbidden ?? [] },
    });
    for (const { from, rule, cycle = [] } of (output as ICruiseResult).summary.violations) {
      for (const name of [from, ...cycle.map((module) => module.name)]) {
        broken.set(name, (broken.get(name) ?? new Set()).add(rule.name));
      }
    }
  });

  after(() => rm(folder, { recursive: true }));

  for (const [file, source, rule] of forbidden) {
    it(`${rule}: refuses ${source} in ${file}`, () => {
      expect([...(broken.get(file) ?? [])]).to.include(rule);
    });
  }

  for (const [file] of allowed.filter(([name]) => !name.includes('cycle'))) {
    it(`leaves ${file} alone`, () => {
      expect([...(broken.get(file) ?? [])]).to.deep.equal([]);
    });
  }

  it('are all shown to bite', () => {
    const shown = new Set(forbidden.map(([, , rule]) => rule));
    const silent = (config.forbidden ?? []).map(({ name }) => name).filter((name) => !shown.has(name ?? ''));
    expect(silent).to.deep.equal([]);
  });
});
