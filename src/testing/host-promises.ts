import type { HostPromise, HostSamples, HostUnderTest } from './host-promise.js';
import { contactPromises } from './promises/contact-promises.js';
import { deliveryPromises } from './promises/delivery-promises.js';
import { directoryPromises } from './promises/directory-promises.js';
import { groupPromises } from './promises/group-promises.js';
import { identityPromises } from './promises/identity-promises.js';
import { locationPromises } from './promises/location-promises.js';
import { memberPromises } from './promises/member-promises.js';
import { menuPromises } from './promises/menu-promises.js';
import { permissionPromises } from './promises/permission-promises.js';

/** Everything that the documentation of the host's ports promises and that can be checked from outside. */
export const hostPromises: readonly HostPromise[] = [
  ...identityPromises,
  ...permissionPromises,
  ...directoryPromises,
  ...memberPromises,
  ...groupPromises,
  ...menuPromises,
  ...locationPromises,
  ...contactPromises,
  ...deliveryPromises,
];

/** A promise that the host does not keep, and why. */
export interface BrokenPromise {
  readonly title: string;
  readonly reason: string;
}

/** Checks the whole contract without a test runner; a host that keeps it breaks nothing. */
export async function brokenPromises<Context>(
  host: HostUnderTest<Context>,
  samples: HostSamples<Context>,
): Promise<readonly BrokenPromise[]> {
  const broken: BrokenPromise[] = [];
  for (const promise of checkedPromises(samples)) {
    try {
      await promise.check(host, samples);
    } catch (error) {
      broken.push({ title: titleOf(promise), reason: String(error) });
    }
  }
  return broken;
}

/** All promises but those about optional parts of the contract of which there is no sample. */
export function checkedPromises<Context>(samples: HostSamples<Context>): readonly HostPromise[] {
  return hostPromises.filter(({ needs }) => needs === undefined || samples[needs] !== undefined);
}

export function titleOf({ port, title }: HostPromise): string {
  return `${port}: ${title}`;
}
