import { SystemClock } from '../adapters/system/system-clock.js';
import { UuidGenerator } from '../adapters/system/uuid-generator.js';
import { EventRecorder } from '../application/event/event-recorder.js';
import { RecomputeInstants } from '../application/seance/recompute-instants.js';
import { type DatabaseCommand, say } from './command.js';

/** Says which séances move after zone data has changed, and moves them unless it is a `--dry-run`. */
export const recomputeInstants: DatabaseCommand = async ({ unitOfWork, options }) => {
  const write = !options['dry-run'];
  const recorder = write ? new EventRecorder(new UuidGenerator()) : null;
  const { checked, moved } = await new RecomputeInstants(unitOfWork, new SystemClock()).run(recorder);
  for (const { before, after } of moved) {
    const when = `${before.start} ${before.timeZone}`;
    say(`${before.id} ${JSON.stringify(before.name)} ${when}: ${before.startsAt} -> ${after.startsAt}`);
  }
  say(`${checked} checked, ${moved.length} ${write ? 'moved' : 'to move'}.`);
  return 0;
};
