import type { PageOf } from '../../domain/page.js';
import type { Directory } from '../../ports/directory.js';
import { detailOf } from '../../domain/text/person-detail.js';
import { sessionOf, type Visit } from '../access/space-access.js';
import type { ChoiceSearch } from '../location/list-locations.js';
import { readPage } from '../page-walk.js';
import type { TrainerView } from '../seance/seance-view.js';

/** The trainers of a session, among whom those of a séance are chosen. */
export class ListTrainers {
  constructor(private readonly directory: Directory) {}

  /** @throws Refusal `not-found`, `no-session` */
  async run(
    visit: Visit,
    sessionId: string | undefined,
    { q, ...wish }: ChoiceSearch,
  ): Promise<PageOf<TrainerView>> {
    const session = sessionOf(visit, sessionId);
    const found = await readPage((request) => this.directory.trainers(session.id, { q, ...request }), wish);
    return {
      items: found.items.map(({ id, name, detail }) => ({ id, name, ...detailOf({ detail }) })),
      total: found.total,
    };
  }
}
