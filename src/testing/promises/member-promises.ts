import assert from 'node:assert/strict';
import { fold } from '../../domain/text/fold.js';
import { detailOf } from '../../domain/text/person-detail.js';
import { showsNothing } from '../../domain/text/unseen.js';
import type { Person } from '../../ports/directory.js';
import type { HostPromise } from '../host-promise.js';
import { assertPaged, idsOf } from './page-walk.js';
import { assertOrdered } from './people-order.js';
import { assertSearchable } from './person-search.js';
import { unknownId } from './unknown-id.js';

const firstPage = { page: 1, size: 1_000 };

/** What a host promises about the trainers, learners and groups of a session. */
export const memberPromises: readonly HostPromise[] = [
  {
    port: 'directory',
    title: 'lists the learners of a session in pages that meet everybody once',
    async check({ directory }, { sessionId }) {
      assert.ok(
        (await directory.learnerCount(sessionId)) >= 3,
        'the suite needs a session with three learners',
      );
      await assertPaged((page) => directory.learners(sessionId, page));
    },
  },
  {
    port: 'directory',
    title: 'lists the trainers of a session in pages that meet everybody once',
    async check({ directory }, { sessionId, trainerId }) {
      const { items } = await directory.trainers(sessionId, firstPage);
      assert.ok(idsOf(items).includes(trainerId), `"${trainerId}" is not among the trainers`);
      await assertPaged((page) => directory.trainers(sessionId, page));
    },
  },
  {
    port: 'directory',
    title: 'orders people by last name, whose case and accents do not count',
    async check({ directory }, { sessionId }) {
      assertOrdered((await directory.learners(sessionId, firstPage)).items);
      assertOrdered((await directory.trainers(sessionId, firstPage)).items);
    },
  },
  {
    port: 'directory',
    title: 'writes the last name of a person into their whole name',
    async check({ directory }, { sessionId }) {
      const { items } = await directory.learners(sessionId, firstPage);
      for (const { id, name, lastName } of items) {
        assert.ok(id.length >= 1 && id.length <= 128, `the id "${id}" is not of 1 to 128 characters`);
        assert.ok(!showsNothing(name), `"${id}" has no name`);
        assert.ok(fold(name).includes(fold(lastName)), `"${name}" is not the whole name of a ${lastName}`);
      }
    },
  },
  {
    port: 'directory',
    title: 'finds learners by all the words of their name, whatever the case, the accents and the order',
    async check({ directory }, { sessionId }) {
      await assertSearchable((search) => directory.learners(sessionId, search));
    },
  },
  {
    port: 'directory',
    title: 'finds trainers by all the words of their name, whatever the case, the accents and the order',
    async check({ directory }, { sessionId }) {
      await assertSearchable((search) => directory.trainers(sessionId, search));
    },
  },
  {
    port: 'directory',
    title: 'counts as many learners as it lists',
    async check({ directory }, { sessionId }) {
      const { total } = await directory.learners(sessionId, { page: 1, size: 1 });
      assert.equal(await directory.learnerCount(sessionId), total);
    },
  },
  {
    port: 'directory',
    title: 'says which of some users are learners of a session, and leaves out whoever is not',
    async check({ directory }, { sessionId, learner, trainerId, outsider }) {
      const asked = [outsider.id, unknownId, learner.id, trainerId];
      const found = await directory.learnersAmong(sessionId, asked);
      assert.deepEqual(idsOf(found), [learner.id]);
      assert.deepEqual(await directory.learnersAmong(sessionId, []), []);
    },
  },
  {
    port: 'directory',
    title: 'says which of some users are trainers of a session, and leaves out whoever is not',
    async check({ directory }, { sessionId, learner, trainerId, outsider }) {
      const asked = [outsider.id, unknownId, learner.id, trainerId];
      const found = await directory.trainersAmong(sessionId, asked);
      assert.deepEqual(idsOf(found), [trainerId]);
      assert.deepEqual(await directory.trainersAmong(sessionId, []), []);
    },
  },
  {
    port: 'directory',
    title: 'takes 1,000 ids at a time',
    async check({ directory }, { sessionId, learner, trainerId }) {
      const strangers = Array.from({ length: 999 }, (_, index) => `${unknownId}-${index}`);
      const learners = await directory.learnersAmong(sessionId, [...strangers, learner.id]);
      const trainers = await directory.trainersAmong(sessionId, [...strangers, trainerId]);
      assert.deepEqual([idsOf(learners), idsOf(trainers)], [[learner.id], [trainerId]]);
    },
  },
  {
    port: 'directory',
    title: 'gives a person the same name and detail in a list and by id',
    async check({ directory }, { sessionId, learner }) {
      const [byId] = await directory.learnersAmong(sessionId, [learner.id]);
      const { items } = await directory.learners(sessionId, { ...firstPage, q: byId?.name });
      assert.deepEqual(nameOf(items.find(({ id }) => id === learner.id)), nameOf(byId));
    },
  },
  {
    port: 'directory',
    title: 'says where a user is a learner, and nothing of who learns nowhere',
    needs: 'learnerSpaceId',
    async check({ directory }, { sessionId, learnerSpaceId: spaceId, learner, outsider, trainerId }) {
      assert.ok('learnsIn' in directory, 'the directory has no method learnsIn');
      const found = await directory.learnsIn(learner.id);
      const here = found.filter((one) => one.spaceId === spaceId && one.sessionId === sessionId);
      assert.equal(
        here.length,
        1,
        `"${learner.id}" learns in "${sessionId}", which is listed ${here.length} times`,
      );
      for (const userId of [outsider.id, unknownId]) assert.deepEqual(await directory.learnsIn(userId), []);
      const taught = await directory.learnsIn(trainerId);
      assert.ok(
        !taught.some((one) => one.sessionId === sessionId),
        `"${trainerId}" teaches there, and does not learn`,
      );
    },
  },
  {
    port: 'directory',
    title: 'knows nobody in a session that it does not know',
    async check({ directory }, { learner, trainerId }) {
      assert.deepEqual(await directory.learners(unknownId, firstPage), { items: [], total: 0 });
      assert.deepEqual(await directory.trainers(unknownId, firstPage), { items: [], total: 0 });
      assert.deepEqual(await directory.groups(unknownId, firstPage), { items: [], total: 0 });
      assert.deepEqual(await directory.learnersAmong(unknownId, [learner.id]), []);
      assert.deepEqual(await directory.trainersAmong(unknownId, [trainerId]), []);
      assert.equal(await directory.learnerCount(unknownId), 0);
    },
  },
];

function nameOf(person: Person | undefined): Partial<Person> {
  const { name = '', firstName = '', lastName = '' } = person ?? {};
  return { name, firstName, lastName, ...detailOf(person ?? {}) };
}
