import type { HostSamples, HostUnderTest } from './host-promise.js';
import { checkedPromises, titleOf } from './host-promises.js';

/** What mocha, vitest, jest and `node:test` have in common. */
export interface TestRunner {
  describe(title: string, body: () => void): unknown;
  it(title: string, body: () => Promise<void>): unknown;
}

/**
 * Registers one test per promise of the host contract.
 *
 * @example
 * describeHostContract('our host', () => createHost(testDatabase), samples);
 * describeHostContract('our host', createOurHost, samples, { describe, it }); // from node:test or vitest
 *
 * @param makeHost called once, before the first promise is checked
 * @param samples parts of the contract that are optional are checked when they have a sample
 * @param runner the global `describe` and `it` when left out
 */
export function describeHostContract<Context>(
  name: string,
  makeHost: () => HostUnderTest<Context> | Promise<HostUnderTest<Context>>,
  samples: HostSamples<Context>,
  runner = globalRunner(),
): void {
  let host: Promise<HostUnderTest<Context>> | undefined;
  const madeOnce = (): Promise<HostUnderTest<Context>> => (host ??= Promise.resolve(makeHost()));
  runner.describe(`${name} keeps the host contract`, () => {
    for (const promise of checkedPromises(samples)) {
      runner.it(titleOf(promise), async () => promise.check(await madeOnce(), samples));
    }
  });
}

/** Seen as any object, so that it compiles with the types of a test runner at hand and without them. */
function globalRunner(): TestRunner {
  const globals: object = globalThis;
  return globals as TestRunner;
}
