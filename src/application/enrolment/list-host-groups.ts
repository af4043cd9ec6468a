import type { PageOf } from '../../domain/page.js';
import type { Directory, HostGroup } from '../../ports/directory.js';
import { sessionOf, type Visit } from '../access/space-access.js';
import type { ChoiceSearch } from '../location/list-locations.js';
import { readPage } from '../page-walk.js';

/** The host's groups that have learners of a session: staff enrol whole ones. */
export class ListHostGroups {
  constructor(private readonly directory: Directory) {}

  /** @throws Refusal `not-found`, `no-session` */
  async run(
    visit: Visit<'enrol'>,
    sessionId: string | undefined,
    { q, ...wish }: ChoiceSearch,
  ): Promise<PageOf<HostGroup>> {
    const session = sessionOf(visit, sessionId);
    return readPage((request) => this.directory.groups(session.id, { q, ...request }), wish);
  }
}
