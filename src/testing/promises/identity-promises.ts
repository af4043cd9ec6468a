import assert from 'node:assert/strict';
import { showsNothing } from '../../domain/text/unseen.js';
import { parseTimeZone } from '../../domain/time/time-zone.js';
import type { HostPromise } from '../host-promise.js';
import { isLocale } from './locale.js';

export const identityPromises: readonly HostPromise[] = [
  {
    port: 'identity',
    title: 'knows who makes a request',
    async check({ identity }, samples) {
      const { request, context } = samples.signedIn();
      assert.equal((await identity.identify(request, context))?.id, samples.staff.id);
    },
  },
  {
    port: 'identity',
    title: 'answers null when nobody is signed in',
    async check({ identity }, samples) {
      const { request, context } = samples.signedOut();
      assert.equal(await identity.identify(request, context), null);
    },
  },
  {
    port: 'identity',
    title: 'gives an actor an id of 1 to 128 characters and a name',
    async check({ identity }, samples) {
      const { request, context } = samples.signedIn();
      const actor = await identity.identify(request, context);
      assert.ok(actor, 'nobody is signed in');
      assert.ok(actor.id.length >= 1 && actor.id.length <= 128, `the id has ${actor.id.length} characters`);
      assert.ok(!showsNothing(actor.name), 'the name is empty');
    },
  },
  {
    port: 'identity',
    title: 'gives an actor a BCP 47 locale and an IANA time zone',
    async check({ identity }, samples) {
      const { request, context } = samples.signedIn();
      const actor = await identity.identify(request, context);
      assert.ok(actor, 'nobody is signed in');
      assert.ok(isLocale(actor.locale), `"${actor.locale}" is not a BCP 47 tag`);
      assert.ok(parseTimeZone(actor.timeZone), `"${actor.timeZone}" is not an IANA zone`);
    },
  },
  {
    port: 'identity',
    title: 'says of which platform an actor is',
    needs: 'platformId',
    async check({ identity }, samples) {
      const { platformId = '' } = samples;
      const { request, context } = samples.signedIn();
      const actor = await identity.identify(request, context);
      assert.ok(platformId.length <= 128, `the id of the platform has ${platformId.length} characters`);
      assert.equal(actor?.platformId ?? '', platformId);
    },
  },
  {
    port: 'identity',
    title: 'leaves the body of the request unread',
    async check({ identity }, samples) {
      const { request, context } = samples.signedIn();
      await identity.identify(request, context);
      assert.equal(request.bodyUsed, false);
    },
  },
];
