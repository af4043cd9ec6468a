import { type FakeHost, person } from '../../src/testing/index.js';
import { session, space } from './campus.js';

/** A platform beside that of the campus, which is `''`. */
export const tenancy = 'Tenancy';
export const theirSpace = 'theirs';
export const theirSession = 'theirs-2026';
/** Their staff and administrator; the host's permissions let them do everything in the space of the campus as well. */
export const tenant = 'tenant';

/** Gives the host of a campus a second platform, with two learners, and permissions that know nothing of platforms. */
export function withTenant(host: FakeHost): void {
  const all = { open: true, edit: true, enrol: true };
  host.withSpace(theirSpace, [session(theirSession)], tenancy);
  host.withTrainer(theirSession, person(tenant, 'Ten', 'Ant'));
  for (const id of ['their-learner1', 'their-learner2'])
    host.withLearner(theirSession, person(id, id, 'Learner'));
  host.permissions.allow(tenant, space, all);
  host.permissions.makeAdministrator(tenant);
}
