import type { SeanceEvent } from '../../domain/event/seance-event.js';
import { Refusal } from '../../domain/refusal.js';
import { placeLine } from '../../domain/seance/location.js';
import type { Agenda, AgendaEntry } from '../../ports/agenda.js';
import type { ListedSeance } from '../../ports/seance-repository.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';

/**
 * Keeps the host's agenda as the séances are: those flagged "Afficher dans l'agenda" are published, all others are
 * withdrawn. An event only says where to look. What is published is what is stored now, so that an event that is
 * delivered twice, or late, does no harm; the one of a change that came meanwhile follows.
 */
export class PublishToAgenda {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly agenda: Agenda,
  ) {}

  /** Rejects when the host fails: the event is to be delivered again. */
  async run({ type, spaceId, seanceId }: SeanceEvent): Promise<void> {
    if (!type.startsWith('seance.')) return;
    const listed = await this.current(spaceId, seanceId);
    if (listed?.seance.inAgenda) await this.agenda.publish(entryOf(listed));
    // A repetition makes a thousand at once: the host is not asked to withdraw what was never there.
    else if (type !== 'seance.created') await this.agenda.withdraw(seanceId);
  }

  private async current(spaceId: string, seanceId: string): Promise<ListedSeance | undefined> {
    try {
      return await this.unitOfWork.read(({ seances }) => seances.get(spaceId, seanceId));
    } catch (error) {
      if (Refusal.is(error) && error.kind === 'not-found') return undefined;
      throw error;
    }
  }
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
