import assert from 'node:assert/strict';
import type { HostPromise } from '../host-promise.js';
import { unknownId } from './unknown-id.js';

const nothing = { open: false, edit: false, enrol: false };

export const permissionPromises: readonly HostPromise[] = [
  {
    port: 'permissions',
    title: 'lets staff open, edit and enrol',
    async check({ permissions }, { staff, spaceId }) {
      const { open, edit, enrol } = await permissions.inSpace(staff, spaceId);
      assert.deepEqual({ open, edit, enrol }, { open: true, edit: true, enrol: true });
    },
  },
  {
    port: 'permissions',
    title: 'lets a learner open, and neither edit nor enrol',
    async check({ permissions }, { learner, spaceId }) {
      const { open, edit, enrol } = await permissions.inSpace(learner, spaceId);
      assert.deepEqual({ open, edit, enrol }, { ...nothing, open: true });
    },
  },
  {
    port: 'permissions',
    title: 'lets an outsider do nothing',
    async check({ permissions }, { outsider, spaceId }) {
      const { open, edit, enrol } = await permissions.inSpace(outsider, spaceId);
      assert.deepEqual({ open, edit, enrol }, nothing);
    },
  },
  {
    port: 'permissions',
    title: 'lets nobody do anything in a space that does not exist',
    async check({ permissions }, { staff, administrator }) {
      for (const actor of [staff, administrator]) {
        const { open, edit, enrol } = await permissions.inSpace(actor, unknownId);
        assert.deepEqual({ open, edit, enrol }, nothing, `${actor.id} may`);
      }
    },
  },
  {
    port: 'permissions',
    title: 'lets an administrator configure the plugin, and neither a learner nor an outsider',
    async check({ permissions }, { administrator, learner, outsider }) {
      const asked = [administrator, learner, outsider].map((actor) => permissions.mayAdminister(actor));
      assert.deepEqual(await Promise.all(asked), [true, false, false]);
    },
  },
];
