import type { SeanceEvent } from '../../domain/event/seance-event.js';
import type { EventSink } from '../../ports/event-sink.js';
import type { EventConsumer, Teller } from './deliver-events.js';

/** Hands events to the host's sink. */
export class TellHost implements EventConsumer {
  constructor(private readonly sink: EventSink) {}

  open(): Promise<Teller> {
    return Promise.resolve((event) => this.tell(event));
  }

  private async tell({ actor, user, ...event }: SeanceEvent): Promise<void> {
    await this.sink.deliver({ ...event, actorId: actor?.id ?? null, userId: user?.id ?? null });
  }
}
