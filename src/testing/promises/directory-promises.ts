import assert from 'node:assert/strict';
import { showsNothing } from '../../domain/text/unseen.js';
import { parseTimeZone } from '../../domain/time/time-zone.js';
import { parseCalendarDate } from '../../domain/time/wall-time.js';
import type { TrainingSession } from '../../ports/directory.js';
import type { HostPromise } from '../host-promise.js';
import { idsOf } from './page-walk.js';
import { unknownId } from './unknown-id.js';

/** What a host promises about its spaces and sessions. */
export const directoryPromises: readonly HostPromise[] = [
  {
    port: 'directory',
    title: 'finds a space by its id',
    async check({ directory }, { spaceId }) {
      const space = await directory.space(spaceId);
      assert.equal(space?.id, spaceId);
      assert.ok(!showsNothing(space.name), 'the space has no name');
    },
  },
  {
    port: 'directory',
    title: 'says with true or false whether it lists everybody of a space, or not at all',
    async check({ directory }, { spaceId }) {
      const listsEverybody: unknown = (await directory.space(spaceId))?.listsEverybody;
      assert.ok(
        listsEverybody === undefined || typeof listsEverybody === 'boolean',
        `listsEverybody is ${JSON.stringify(listsEverybody)}`,
      );
    },
  },
  {
    port: 'directory',
    title: 'says of a space that it is of the platform of those who may open it',
    needs: 'platformId',
    async check({ directory }, { spaceId, platformId = '' }) {
      assert.equal((await directory.space(spaceId))?.platformId ?? '', platformId);
    },
  },
  {
    port: 'directory',
    title: 'says of a space of another platform that it is of that one',
    needs: 'otherPlatformSpaceId',
    async check({ directory }, { otherPlatformSpaceId = '', platformId = '' }) {
      const space = await directory.space(otherPlatformSpaceId);
      assert.equal(space?.id, otherPlatformSpaceId);
      assert.notEqual(space.platformId ?? '', platformId);
    },
  },
  {
    port: 'directory',
    title: 'compares the ids of spaces exactly',
    async check({ directory }, { spaceId }) {
      for (const other of [`${spaceId} `, ` ${spaceId}`, swapCase(spaceId), `${spaceId}%`]) {
        if (other === spaceId) continue;
        assert.notEqual((await directory.space(other))?.id, spaceId, `"${other}" finds "${spaceId}"`);
      }
    },
  },
  {
    port: 'directory',
    title: 'answers undefined for a space that it does not know',
    async check({ directory }) {
      assert.equal(await directory.space(unknownId), undefined);
    },
  },
  {
    port: 'directory',
    title: 'lists the sessions of a space, each once, with dates and a zone that exist',
    async check({ directory }, { spaceId, sessionId }) {
      const sessions = await directory.sessionsOf(spaceId);
      assert.ok(
        idsOf(sessions).includes(sessionId),
        `"${sessionId}" is not among the sessions of "${spaceId}"`,
      );
      assert.equal(new Set(idsOf(sessions)).size, sessions.length, 'a session is listed twice');
      sessions.forEach(assertSession);
    },
  },
  {
    port: 'directory',
    title: 'lists the sessions of a space in the same order each time',
    async check({ directory }, { spaceId }) {
      assert.deepEqual(
        idsOf(await directory.sessionsOf(spaceId)),
        idsOf(await directory.sessionsOf(spaceId)),
      );
    },
  },
  {
    port: 'directory',
    title: 'lists no session for a space that it does not know',
    async check({ directory }) {
      assert.deepEqual(await directory.sessionsOf(unknownId), []);
    },
  },
  {
    port: 'directory',
    title: 'lists no session for a space that is attached to none',
    needs: 'spaceWithoutSessionId',
    async check({ directory }, { spaceWithoutSessionId = '' }) {
      assert.equal((await directory.space(spaceWithoutSessionId))?.id, spaceWithoutSessionId);
      assert.deepEqual(await directory.sessionsOf(spaceWithoutSessionId), []);
    },
  },
  {
    port: 'directory',
    title: 'knows who manages the training of a session',
    needs: 'trainingManagerId',
    async check({ directory }, { sessionId, trainingManagerId = '' }) {
      assert.equal(await directory.isTrainingManager(sessionId, trainingManagerId), true);
    },
  },
  {
    port: 'directory',
    title: 'says of learners, strangers and unknown sessions that nobody manages the training',
    async check({ directory }, { sessionId, learner, trainingManagerId, staff }) {
      assert.equal(await directory.isTrainingManager(sessionId, learner.id), false);
      assert.equal(await directory.isTrainingManager(sessionId, unknownId), false);
      assert.equal(await directory.isTrainingManager(unknownId, trainingManagerId ?? staff.id), false);
    },
  },
];

function assertSession({ id, name, startsOn, endsOn, timeZone }: TrainingSession): void {
  assert.ok(id.length >= 1 && id.length <= 128, `the id "${id}" is not of 1 to 128 characters`);
  assert.ok(!showsNothing(name), `session "${id}" has no name`);
  for (const date of [startsOn, endsOn]) {
    assert.ok(
      date === null || parseCalendarDate(date),
      `"${date}" of session "${id}" is not a date YYYY-MM-DD`,
    );
  }
  assert.ok(
    startsOn === null || endsOn === null || startsOn <= endsOn,
    `session "${id}" ends before it starts`,
  );
  assert.ok(
    timeZone === null || parseTimeZone(timeZone),
    `"${timeZone}" of session "${id}" is not an IANA zone`,
  );
}

function swapCase(id: string): string {
  return id === id.toUpperCase() ? id.toLowerCase() : id.toUpperCase();
}
