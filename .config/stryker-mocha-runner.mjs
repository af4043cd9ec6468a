// @ts-nocheck: Stryker hands over what it knows at run time, and this is read by Stryker alone.
// Stryker's own runner for Mocha reaches into files that Mocha 12 does not have: this one uses its public API.
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import fastCheck from 'fast-check';
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

// The same samples for each mutant, and no time for the smallest one that notices it.
fastCheck.configureGlobal({ seed: 20261126, endOnFailure: true });

class MochaRunner {
  static inject = tokens(commonTokens.options);

  constructor({ seances: { specs, without } }) {
    this.specs = specs;
    this.without = new RegExp(without);
  }

  capabilities() {
    return { reloadEnvironment: false };
  }

  /** Twice: specs that do not pass again in the same process would kill every mutant. */
  async dryRun({ coverageAnalysis }) {
    const begin = (id) => {
      if (coverageAnalysis === 'perTest') stage.currentTestId = id;
    };
    await this.run(() => true, false, begin);
    const tests = await this.run(() => true, false, begin);
    if (stage.mutantCoverage) shareHooks(this.mocha.suite, stage.mutantCoverage.perTest);
    return { status: DryRunStatus.Complete, tests, mutantCoverage: stage.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, disableBail, hitLimit }) {
    stage.activeMutant = activeMutant.id;
    // For the processes that a test starts.
    process.env[INSTRUMENTER_CONSTANTS.ACTIVE_MUTANT_ENV_VARIABLE] = activeMutant.id;
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
    for (const file of this.specs.flatMap(specsIn)) mocha.addFile(file);
    await mocha.loadFilesAsync();
    for (const suite of suitesIn(mocha.suite))
      suite.wantable = suite.tests.filter((test) => !this.without.test(test.fullTitle()));
    return mocha;
  }

  async run(isWanted, bail, onBegin = () => undefined) {
    this.mocha ??= await this.load();
    const results = [];
    this.mocha.reporter(
      class {
        constructor(runner) {
          runner.on('suite', (suite) => onBegin(idOfHooks(suite)));
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
    for (const suite of suitesIn(this.mocha.suite)) {
      suite.tests = suite.wantable.filter((test) => isWanted(idOf(test)));
      suite.bail(bail);
    }
    await new Promise((resolve) => this.mocha.run(resolve));
    return results;
  }
}

/** A suite and all in it. */
function suitesIn(suite) {
  return [suite, ...suite.suites.flatMap(suitesIn)];
}

/** What the hooks before a suite reach, each of its tests depends on. */
function shareHooks(root, perTest) {
  for (const suite of suitesIn(root)) {
    const reached = perTest[idOfHooks(suite)];
    delete perTest[idOfHooks(suite)];
    suite.eachTest((test) => {
      if (reached && suite !== root) perTest[idOf(test)] = { ...reached, ...perTest[idOf(test)] };
    });
  }
}

/** The specs in a folder and in those inside it. */
function specsIn(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith('.spec.ts'))
    .map((file) => join(folder, file));
}

function idOf(test) {
  return `${relative(process.cwd(), test.file ?? '')} ${test.fullTitle()}`;
}

function idOfHooks(suite) {
  return `before ${suite.fullTitle()}`;
}

function shared(test) {
  return { id: idOf(test), name: test.fullTitle(), timeSpentMs: test.duration ?? 0 };
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'seances-mocha', MochaRunner)];
