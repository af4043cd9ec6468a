import { type EventType, ownEventTypes, type SeanceEvent } from '../../domain/event/seance-event.js';
import { groupedBy } from '../../domain/grouped.js';
import type { Agenda, AgendaEntry } from '../../ports/agenda.js';
import type { FeedEntry } from '../../ports/feed-entry-repository.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import type { EventConsumer, Teller } from '../event/deliver-events.js';
import type { EntryContents } from './entry-contents.js';

/**
 * Keeps the host's agenda as the séances are: those flagged "Afficher dans l'agenda" are published, all others are
 * withdrawn. An event only says where to look. What is published is what is stored now, so that an event that is
 * delivered twice, or late, does no harm; the one of a change that came meanwhile follows.
 */
export class PublishToAgenda implements EventConsumer {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly agenda: Agenda,
    private readonly contents: EntryContents,
  ) {}

  async open(batch: readonly SeanceEvent[]): Promise<Teller> {
    const concerned = batch.filter(concernsAgenda);
    const current = await this.current(concerned);
    return async (event) => {
      if (!concernsAgenda(event)) return;
      const entry = current.get(event.seanceId);
      if (entry?.seance.inAgenda) await this.agenda.publish(this.entryOf(entry));
      // A repetition or a new name of a place is about thousands: the host is not asked to withdraw what was never there.
      else if (mayTakeAway(event)) await this.agenda.withdraw(event.seanceId);
    };
  }

  /** The séances that the events are about, as they are now; one that is deleted or cancelled is missing. */
  private async current(events: readonly SeanceEvent[]): Promise<ReadonlyMap<string, FeedEntry>> {
    const ids = [...groupedBy(events, ({ seanceId }) => seanceId).keys()];
    if (ids.length === 0) return new Map();
    const entries = await this.unitOfWork.read(({ feedEntries }) => feedEntries.entries(ids));
    const there = entries.filter(({ seance }) => seance.deletedAt === null && !seance.cancelled);
    return new Map(there.map((entry) => [entry.seance.id, entry]));
  }

  private entryOf(entry: FeedEntry): AgendaEntry {
    const { spaceId, sessionId } = entry.seance;
    // An agenda may be everybody's: who takes part finds the online class in the tool and in their own feed.
    const { onlineUrl: _told, ...shown } = this.contents.of(entry);
    return { ...shown, spaceId, sessionId };
  }
}

function concernsAgenda({ type }: SeanceEvent): boolean {
  return type.startsWith('seance.') || type.startsWith('comment.');
}

/** What is done to a séance may take it out of the agenda; what is done to what belongs to it does not. */
function mayTakeAway({ type }: SeanceEvent): boolean {
  return type !== 'seance.created' && (ownEventTypes as readonly EventType[]).includes(type);
}
