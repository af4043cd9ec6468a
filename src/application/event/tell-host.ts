import type { SeanceEvent } from '../../domain/event/seance-event.js';
import type { EventSink } from '../../ports/event-sink.js';
import type { EventConsumer } from './deliver-events.js';

/** Hands events to the host's sink. */
export class TellHost implements EventConsumer {
  constructor(private readonly sink: EventSink) {}

  async run({ actor, user, ...event }: SeanceEvent): Promise<void> {
    await this.sink.deliver({ ...event, actorId: actor?.id ?? null, userId: user?.id ?? null });
  }
}
