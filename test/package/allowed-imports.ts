/** Modules that keep every rule, and that the others import. */
export const allowed: readonly (readonly [file: string, source: string])[] = [
  [
    'src/domain/rule.ts',
    "import { Temporal } from 'temporal-polyfill'; export type Rule = string; export const rule = Temporal;",
  ],
  ['src/domain/cycle-back.ts', "import type { A } from './cycle.js'; export type B = A;"],
  [
    'src/ports/clock.ts',
    "import type { Rule } from '../domain/rule.js'; export abstract class Clock { abstract now(): Rule; }",
  ],
  [
    'src/application/use-case.ts',
    "import { rule } from '../domain/rule.js'; import { Clock } from '../ports/clock.js'; export type UseCase = Clock; export const useCase = rule;",
  ],
  [
    'src/adapters/knex/row.ts',
    "import type { Knex } from 'knex'; import { rule } from '../../domain/rule.js'; import 'node:crypto'; export type Row = Knex; export const row = rule;",
  ],
  [
    'src/adapters/http/table.ts',
    "import Joi from 'joi'; import { useCase } from '../../application/use-case.js'; export const table = [Joi, useCase];",
  ],
  [
    'src/locales/languages.ts',
    "import 'node:fs'; import { packageFolder } from '../package-folder.js'; export const texts = packageFolder;",
  ],
  [
    'src/adapters/http/files.ts',
    "import { packageFolder } from '../../package-folder.js'; export const a = packageFolder;",
  ],
  [
    'src/adapters/http/texts.ts',
    "import { texts } from '../../locales/languages.js'; export const a = texts;",
  ],
  [
    'src/composition/seance.ts',
    "import 'inversify'; import { row } from '../adapters/knex/row.js'; import { table } from '../adapters/http/table.js'; export const feature = [row, table];",
  ],
  [
    'src/composition/compose.ts',
    "import 'reflect-metadata'; import { feature } from './seance.js'; export const compose = feature;",
  ],
  [
    'src/plugin.ts',
    "import { row } from './adapters/knex/row.js'; import { compose } from './composition/compose.js'; export const plugin = [row, compose];",
  ],
  [
    'src/hosts/koa.ts',
    "import { getRequestListener } from '@hono/node-server'; import type { plugin } from '../plugin.js'; export type A = typeof plugin; export const a = getRequestListener;",
  ],
  ['src/web/element.ts', "import { html } from 'lit'; export const element = html;"],
  ['src/web/core/element.ts', "import { html } from 'lit'; export const element = html;"],
  ['src/web/seance/seance.ts', 'export type Seance = string;'],
  [
    'src/web/group/group.ts',
    "import type { Seance } from '../seance/seance.js'; export type Group = Seance;",
  ],
  [
    'src/web/group/group-form.ts',
    "import { element } from '../core/element.js'; export const groupForm = element;",
  ],
  ['src/web/group/show-group-form.ts', "export const showGroupForm = () => import('./group-form.js');"],
  [
    'src/web/feed/opens-a-dialog.ts',
    "import { showGroupForm } from '../group/show-group-form.js'; export const a = showGroupForm;",
  ],
  [
    'src/web/enrolment/places.ts',
    "import type { Seance } from '../seance/seance.js'; export type A = Seance;",
  ],
  ['src/web/seance/seance-cell.ts', "import type { A } from '../enrolment/places.js'; export type B = A;"],
  [
    'src/web/seance-tool/tool.ts',
    "import { groupForm } from '../group/group-form.js'; export const tool = groupForm;",
  ],
  [
    'src/testing/fake.ts',
    "import assert from 'node:assert/strict'; import { Clock } from '../ports/clock.js'; export const fake = [assert, Clock];",
  ],
  ['src/cli/main.ts', "import { row } from '../adapters/knex/row.js'; export const a = row;"],
  ['test/a.spec.ts', "import 'chai'; import '../src/testing/fake.js';"],
];
