import { SystemClock } from '../adapters/system/system-clock.js';
import { type DatabaseCommand, say } from './command.js';
import { waitingWebhooks } from './webhooks-found.js';

/** How many events that were given up an operator is shown. */
const mostShown = 100;

/**
 * Says what waits for the host and for webhooks, and what was given up, which `--retry` makes due again for the host; ends
 * with 1 when there is any.
 */
export const outbox: DatabaseCommand = async ({ unitOfWork, options }) => {
  if (options.retry) {
    const count = await unitOfWork.write((repositories) =>
      repositories.outbox.retryGivenUp(new SystemClock().now()),
    );
    say(`${count} made due again.`);
  }
  const { waiting, oldest, givenUp } = await unitOfWork.read((repositories) => repositories.outbox.backlog());
  say(`${waiting} wait${oldest === null ? '' : `, the oldest since ${oldest}`}; ${givenUp} were given up.`);
  const shown = await unitOfWork.read((repositories) => repositories.outbox.givenUp(mostShown));
  for (const { at, event } of shown)
    say(`given up at ${at}: ${event.id} ${event.type} of ${event.spaceId} ${event.seanceId}, of ${event.at}`);
  if (givenUp > shown.length) say(`… and ${givenUp - shown.length} before these.`);
  const backlog = await unitOfWork.read(({ webhooks }) => webhooks.backlog());
  if (backlog.waiting > 0) say(waitingWebhooks(backlog));
  for (const { id, url } of backlog.broken)
    say(`paused since it failed: webhook ${id} at ${new URL(url).host}`);
  return givenUp + backlog.broken.length === 0 ? 0 : 1;
};
