// @ts-nocheck: Stryker hands over what it knows at run time, and this is read by Stryker alone.
// Stryker's own runner for Mocha reaches into files that Mocha 12 does not have: this one uses its public API.
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import Mocha from 'mocha';
import { commonTokens, declareClassPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core';
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';

/** What the instrumented code reads, which mutant is active, and writes, what each test reached. */
const stage = (globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {});

class MochaRunner {
  static inject = tokens(commonTokens.options);

  constructor({ seances: { specs } }) {
    this.specs = specs;
  }

  capabilities() {
    return { reloadEnvironment: false };
  }

  async dryRun({ coverageAnalysis }) {
    const tests = await this.run(
      () => true,
      false,
      (id) => {
        if (coverageAnalysis === 'perTest') stage.currentTestId = id;
      },
    );
    return { status: DryRunStatus.Complete, tests, mutantCoverage: stage.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, disableBail, hitLimit }) {
    stage.activeMutant = activeMutant.id;
    stage.hitLimit = hitLimit;
    stage.hitCount = hitLimit === undefined ? undefined : 0;
    const wanted = testFilter && new Set(testFilter);
    const tests = await this.run((id) => wanted?.has(id) ?? true, !disableBail);
    return toMutantRunResult(
      determineHitLimitReached(stage.hitCount, hitLimit) ?? { status: DryRunStatus.Complete, tests },
    );
  }

  /** Loaded when the first run has said which mutant is active: a constant of a module is made but once. */
  async load() {
    const mocha = new Mocha({ timeout: 60_000, reporter: 'min' });
    mocha.cleanReferencesAfterRun(false);
    for (const file of this.specs.flatMap(filesAt)) mocha.addFile(file);
    await mocha.loadFilesAsync();
    return mocha;
  }

  async run(isWanted, bail, onBegin = () => undefined) {
    this.mocha ??= await this.load();
    const results = [];
    this.mocha.bail(bail);
    this.mocha.reporter(
      class {
        constructor(runner) {
          runner.on('test', (test) => onBegin(idOf(test)));
          runner.on('pass', (test) => results.push({ ...shared(test), status: TestStatus.Success }));
          runner.on('fail', (test, error) => {
            results.push({
              ...shared(test),
              status: TestStatus.Failed,
              failureMessage: String(error?.message ?? error),
            });
          });
        }
      },
    );
    keepWanted(this.mocha.suite, isWanted);
    await new Promise((resolve) => this.mocha.run(resolve));
    return results;
  }
}

/** Takes the tests that are not wanted in this run out of the suites, and puts them back for the next. */
function keepWanted(suite, isWanted) {
  suite.allTests ??= suite.tests;
  suite.tests = suite.allTests.filter((test) => isWanted(idOf(test)));
  for (const inner of suite.suites) keepWanted(inner, isWanted);
}

/** A spec itself, or those right inside a folder. */
function filesAt(path) {
  if (path.endsWith('.ts')) return [path];
  return readdirSync(path)
    .filter((file) => file.endsWith('.spec.ts'))
    .map((file) => join(path, file));
}

function idOf(test) {
  return `${relative(process.cwd(), test.file ?? '')} ${test.fullTitle()}`;
}

function shared(test) {
  return { id: idOf(test), name: test.fullTitle(), timeSpentMs: test.duration ?? 0 };
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'seances-mocha', MochaRunner)];
