import type { PageOf } from '../../domain/page.js';
import type { Directory } from '../../ports/directory.js';
import type { SeanceTrainer } from '../../domain/seance/seance-content.js';
import { sessionOf, type Visit } from '../access/space-access.js';
import type { ChoiceSearch } from '../location/list-locations.js';
import { readPage } from '../page-walk.js';

/** The trainers of a session, among whom those of a séance are chosen. */
export class ListTrainers {
  constructor(private readonly directory: Directory) {}

  /** @throws Refusal `not-found`, `no-session` */
  async run(
    visit: Visit,
    sessionId: string | undefined,
    { q, ...wish }: ChoiceSearch,
  ): Promise<PageOf<SeanceTrainer>> {
    const session = sessionOf(visit, sessionId);
    const found = await readPage((request) => this.directory.trainers(session.id, { q, ...request }), wish);
    return { items: found.items.map(({ id, name }) => ({ id, name })), total: found.total };
  }
}
