import assert from 'node:assert/strict';
import type { HostPromise } from '../host-promise.js';
import { assertPaged, idsOf } from './page-walk.js';
import { assertSearchable } from './person-search.js';
import { unknownId } from './unknown-id.js';

const firstPage = { page: 1, size: 1_000 };

/** What a host promises about its groups, if it has any. */
export const groupPromises: readonly HostPromise[] = [
  {
    port: 'directory',
    title: 'lists the groups of a session in pages, and finds them by name',
    needs: 'groupId',
    async check({ directory }, { sessionId, groupId = '' }) {
      const { items } = await directory.groups(sessionId, firstPage);
      assert.ok(idsOf(items).includes(groupId), `"${groupId}" is not among the groups`);
      await assertPaged((page) => directory.groups(sessionId, page));
      await assertSearchable((search) => directory.groups(sessionId, search));
    },
  },
  {
    port: 'directory',
    title: 'lists no group without a learner of the session',
    needs: 'groupId',
    async check({ directory }, { sessionId }) {
      for (const group of (await directory.groups(sessionId, { page: 1, size: 20 })).items) {
        const { total } = await directory.learners(sessionId, { page: 1, size: 1, groupId: group.id });
        assert.ok(total > 0, `"${group.name}" has no learner`);
      }
    },
  },
  {
    port: 'directory',
    title: 'narrows the learners of a session to those of a group, in pages and searches too',
    needs: 'groupId',
    async check({ directory }, { sessionId, groupId = '' }) {
      const { items, total } = await directory.learners(sessionId, { ...firstPage, groupId });
      assert.ok(
        total < (await directory.learnerCount(sessionId)),
        'the group has all learners of the session',
      );
      const among = await directory.learnersAmong(sessionId, idsOf(items));
      assert.equal(among.length, items.length, 'the group lists somebody who is no learner of the session');
      await assertPaged((page) => directory.learners(sessionId, { ...page, groupId }));
      await assertSearchable((search) => directory.learners(sessionId, { ...search, groupId }));
      const everybody = (await directory.learners(sessionId, firstPage)).items;
      const stranger = everybody.find(({ id }) => !idsOf(items).includes(id));
      const found = await directory.learners(sessionId, { ...firstPage, groupId, q: stranger?.name });
      assert.ok(!found.items.some(({ id }) => id === stranger?.id), 'a search leaves the group');
    },
  },
  {
    port: 'directory',
    title: 'finds no learner in a group that it does not know',
    async check({ directory }, { sessionId }) {
      const found = await directory.learners(sessionId, { ...firstPage, groupId: unknownId });
      assert.deepEqual(found, { items: [], total: 0 });
    },
  },
];
