import type { SeanceEvent } from '../../domain/event/seance-event.js';
import { groupedBy } from '../../domain/grouped.js';
import { placeLine } from '../../domain/location/location.js';
import type { Agenda, AgendaEntry } from '../../ports/agenda.js';
import type { ListedSeance } from '../../ports/seance-repository.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import type { EventConsumer, Teller } from '../event/deliver-events.js';

/**
 * Keeps the host's agenda as the séances are: those flagged "Afficher dans l'agenda" are published, all others are
 * withdrawn. An event only says where to look. What is published is what is stored now, so that an event that is
 * delivered twice, or late, does no harm; the one of a change that came meanwhile follows.
 */
export class PublishToAgenda implements EventConsumer {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly agenda: Agenda,
  ) {}

  async open(batch: readonly SeanceEvent[]): Promise<Teller> {
    const concerned = batch.filter(concernsAgenda);
    const current = await this.current(concerned);
    return async (event) => {
      if (!concernsAgenda(event)) return;
      const listed = current.get(event.seanceId);
      if (listed?.seance.inAgenda) await this.agenda.publish(entryOf(listed));
      // A repetition makes a thousand at once: the host is not asked to withdraw what was never there.
      else if (event.type !== 'seance.created') await this.agenda.withdraw(event.seanceId);
    };
  }

  /** The séances that the events are about, as they are now; a séance that is deleted is missing. */
  private async current(events: readonly SeanceEvent[]): Promise<ReadonlyMap<string, ListedSeance>> {
    if (events.length === 0) return new Map();
    return this.unitOfWork.read(async ({ seances }) => {
      const found = new Map<string, ListedSeance>();
      for (const [spaceId, some] of groupedBy(events, (event) => event.spaceId)) {
        const ids = new Set(some.map(({ seanceId }) => seanceId));
        for (const listed of await seances.find(spaceId, [...ids])) found.set(listed.seance.id, listed);
      }
      return found;
    });
  }
}

function concernsAgenda({ type }: SeanceEvent): boolean {
  return type.startsWith('seance.');
}

function entryOf({ seance, location }: ListedSeance): AgendaEntry {
  const { start, end, timeZone, startsAt, endsAt, spaceId, sessionId } = seance;
  return {
    start,
    end,
    timeZone,
    startsAt,
    endsAt,
    seanceId: seance.id,
    spaceId,
    sessionId,
    title: seance.name,
    place: placeLine(location),
    sequence: seance.version,
  };
}
