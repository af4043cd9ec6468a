import { SystemClock } from '../adapters/system/system-clock.js';
import type { Instant } from '../domain/time/schedule.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';
import { type DatabaseCommand, say } from './command.js';
import { waitingMails, waitingNotices } from './notices-found.js';
import { waitingWebhooks } from './webhooks-found.js';

/** How many events, or mails, that were given up an operator is shown. */
const mostShown = 100;

/**
 * Says what waits for the host, for people, for their mails and for webhooks, and what was given up, which `--retry` makes due
 * again for the host and for mails; ends with 1 when there is any.
 */
export const outbox: DatabaseCommand = async ({ unitOfWork, options }) => {
  const now = new SystemClock().now();
  if (options.retry) {
    const count = await unitOfWork.write(
      async (repositories) =>
        (await repositories.outbox.retryGivenUp(now)) + (await repositories.noticeMails.retryGivenUp(now)),
    );
    say(`${count} made due again.`);
  }
  const { waiting, oldest, givenUp } = await unitOfWork.read((repositories) => repositories.outbox.backlog());
  say(`${waiting} wait${oldest === null ? '' : `, the oldest since ${oldest}`}; ${givenUp} were given up.`);
  const shown = await unitOfWork.read((repositories) => repositories.outbox.givenUp(mostShown));
  for (const { at, event } of shown)
    say(`given up at ${at}: ${event.id} ${event.type} of ${event.spaceId} ${event.seanceId}, of ${event.at}`);
  if (givenUp > shown.length) say(`… and ${givenUp - shown.length} before these.`);
  const mails = await sayNotices(unitOfWork, now);
  const backlog = await unitOfWork.read(({ webhooks }) => webhooks.backlog());
  if (backlog.waiting > 0) say(waitingWebhooks(backlog));
  for (const { id, url } of backlog.broken)
    say(`paused since it failed: webhook ${id} at ${new URL(url).host}`);
  return givenUp + mails + backlog.broken.length === 0 ? 0 : 1;
};

/** @returns how many mails were given up. */
async function sayNotices(unitOfWork: UnitOfWork, now: Instant): Promise<number> {
  const [told, mails, shown] = await unitOfWork.read(async ({ noticeMails, noticeSets }) => [
    await noticeSets.backlog(now),
    await noticeMails.backlog(now),
    await noticeMails.givenUp(mostShown),
  ]);
  if (told.waiting > 0) say(waitingNotices(told));
  if (mails.waiting > 0) say(waitingMails(mails));
  if (mails.givenUp > 0) say(`${mails.givenUp} mails were given up.`);
  for (const { at, id, kind, userId } of shown) say(`given up at ${at}: mail ${id} ${kind} to ${userId}`);
  return mails.givenUp;
}
