import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { ComparisonReport } from './oracles/compare-plans.js';

const program = fileURLToPath(new URL('oracles/compare-plans.ts', import.meta.url));
const processZones = ['UTC', 'America/St_Johns', 'Pacific/Apia'];
const rules = 2_000;

/** Half hours, Ramadan, a lost day, changes at midnight, two hours at once: where libraries differ. */
const hardestZones = [
  'Africa/Casablanca',
  'America/Santiago',
  'America/St_Johns',
  'Antarctica/Troll',
  'Australia/Lord_Howe',
  'Europe/Brussels',
  'Pacific/Apia',
];

/** Another one on every run; `REPETITION_SEED=…` runs one again. */
const seed = Number(process.env['REPETITION_SEED'] ?? Date.now() % 2 ** 31);
/** Where the plans are compared with the oracles, which takes long: what is planned elsewhere has to be the same. */
const comparedIn = processZones[seed % processZones.length];

describe(`A planned repetition, against two oracles (seed ${seed})`, () => {
  let reports: readonly ComparisonReport[];

  before(`plans ${rules} rules in each of three process zones`, async function () {
    this.timeout(600_000);
    reports = await Promise.all(processZones.map(planIn));
  });

  it('has the dates, wall times and instants of the definition and of rrule-temporal, for every rule', () => {
    expect(reports.filter(({ isCompared }) => isCompared)).to.have.length(1);
    for (const { rules: planned, rulesByBoth, copies, processZone } of reports) {
      expect(planned, processZone).to.equal(rules);
      expect(rulesByBoth, `${processZone}, rules that rrule-temporal has a say in`).to.be.greaterThan(
        rules * 0.8,
      );
      expect(copies, processZone).to.be.greaterThan(rules * 5);
    }
  });

  it('was asked about at least 15 zones, the hardest among them, and about starts that a clock change skips', () => {
    for (const { zones, skippedStarts } of reports) {
      expect(zones).to.have.length.of.at.least(15);
      expect(zones).to.include.members(hardestZones);
      expect(skippedStarts).to.be.greaterThan(0);
    }
  });

  it('is the same whatever the time zone of the process', () => {
    expect(reports.map(({ processZone }) => processZone)).to.deep.equal(processZones);
    expect(new Set(reports.map(({ digest }) => digest)).size).to.equal(1);
  });
});

async function planIn(zone: string): Promise<ComparisonReport> {
  const task = zone === comparedIn ? 'compare' : 'plan';
  const child = spawn(process.execPath, ['--import', 'tsx', program, String(seed), String(rules), task], {
    env: { ...process.env, TZ: zone },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  if (child.exitCode !== 0) throw new Error(`Seed ${seed}, TZ=${zone}:\n${errors}`);
  return JSON.parse(output) as ComparisonReport;
}
