// The suite that integrators run on their own host object, here by node:test.
import { describe, it } from 'node:test';
import type { NodeContext } from 'seances/node';
import { describeHostContract } from 'seances/testing';
import { actor, host } from './host.js';

const requestOf = (headers: Record<string, string>) => ({
  request: new Request('http://host.example/', { method: 'POST', body: '{}', headers }),
  context: {} as NodeContext,
});

describeHostContract(
  'the least host',
  () => host,
  {
    signedIn: () => requestOf({ 'x-user': 'trainer' }),
    signedOut: () => requestOf({}),
    staff: actor('trainer'),
    learner: actor('l1'),
    outsider: actor('guest'),
    administrator: actor('admin'),
    spaceId: 'room',
    sessionId: 's1',
    trainerId: 'trainer',
  },
  { describe, it },
);
