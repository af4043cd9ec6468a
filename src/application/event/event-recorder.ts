import type { EventType, Named, SeanceEvent } from '../../domain/event/seance-event.js';
import type { Seance } from '../../domain/seance/seance.js';
import type { Instant } from '../../domain/time/schedule.js';
import type { IdGenerator } from '../../ports/id-generator.js';
import type { Repositories } from '../../ports/unit-of-work.js';

/** Something that happened, in the words of the use case that did it. */
export interface Fact {
  readonly type: EventType;
  readonly seance: Pick<Seance, 'id' | 'spaceId' | 'sessionId'>;
  readonly user?: Named;
  /** Who did it, when it is not the same for all that is recorded together; null for the plugin itself. */
  readonly actor?: Named | null;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Writes down what happened, in the transaction that did it. */
export class EventRecorder {
  constructor(private readonly ids: IdGenerator) {}

  /**
   * @param actor who did it; null for the host, or the plugin itself.
   * @param changeSet an id of all that the transaction does.
   */
  async record(
    { events }: Repositories,
    actor: Named | null,
    at: Instant,
    facts: readonly Fact[],
    changeSet?: string,
  ): Promise<void> {
    await events.append(
      facts.map((fact) => this.event(fact, fact.actor === undefined ? actor : fact.actor, at)),
      changeSet,
    );
  }

  private event({ type, seance, user, data = {} }: Fact, by: Named | null, at: Instant): SeanceEvent {
    const { id: seanceId, spaceId, sessionId } = seance;
    const actor = by && { id: by.id, name: by.name };
    return { id: this.ids.next(), type, at, actor, spaceId, sessionId, seanceId, user: user ?? null, data };
  }
}

/** What an event says of a séance that is new, gone or back. */
export function outlineOf({ name, startsAt, endsAt, seriesId }: Seance): Readonly<Record<string, unknown>> {
  return { name, startsAt, endsAt, seriesId };
}
