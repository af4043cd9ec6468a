import type { EnrolmentStatus } from '../../domain/enrolment/enrolment.js';
import type { PageOf } from '../../domain/page.js';
import type { Directory, Person } from '../../ports/directory.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import type { Visit } from '../access/space-access.js';
import type { ChoiceSearch } from '../location/list-locations.js';
import { readPage, refuseLonger } from '../page-walk.js';
import { detailsAmong } from '../people-among.js';
import {
  automaticView,
  type EnrolmentView,
  enrolmentView,
  type PersonView,
  personView,
} from './enrolment-view.js';

export interface ParticipantSearch extends ChoiceSearch {
  readonly status?: EnrolmentStatus | undefined;
}

export interface CandidateSearch extends ChoiceSearch {
  /** Only members of this group of the host. */
  readonly group?: string | undefined;
}

/** How many learners of the session are asked for at a time. */
const stride = 1_000;

/** Who takes part in a séance, and who could. */
export class ListEnrolments {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly directory: Directory,
  ) {}

  /** In an automatic séance: the learners of the session, as the host tells them. @throws Refusal `not-found` */
  async participants(
    visit: Visit<'enrol'>,
    id: string,
    search: ParticipantSearch,
  ): Promise<PageOf<EnrolmentView>> {
    const { status, q, ...wish } = search;
    const { seance } = await this.unitOfWork.read(({ seances }) => seances.get(visit.space.id, id));
    if (seance.enrolmentMode !== 'automatic') {
      const found = await readPage(
        (request) =>
          this.unitOfWork.read(({ enrolments }) =>
            enrolments.search({ spaceId: visit.space.id, seanceId: id, status, q, ...request }),
          ),
        wish,
      );
      const views = found.items.map(({ enrolment, position }) => enrolmentView(enrolment, position));
      return { items: await this.detailed(seance.sessionId, views), total: found.total };
    }
    if (status === 'waiting') return { items: [], total: 0 };
    const learners = await readPage(
      (request) => this.directory.learners(seance.sessionId, { q, ...request }),
      wish,
    );
    return { items: learners.items.map(automaticView), total: learners.total };
  }

  /** Learners of the session who are neither in nor waiting; nobody in an automatic séance. @throws Refusal `not-found` */
  async candidates(visit: Visit<'enrol'>, id: string, search: CandidateSearch): Promise<PageOf<PersonView>> {
    const { q, group: groupId, page, size, most } = search;
    const { seance } = await this.unitOfWork.read(({ seances }) => seances.get(visit.space.id, id));
    if (seance.enrolmentMode === 'automatic') return { items: [], total: 0 };
    const outside: Person[] = [];
    for (let at = 1; ; at += 1) {
      const request = { q, groupId, page: at, size: stride };
      const { items, total } = await this.directory.learners(seance.sessionId, request);
      const inside = await this.unitOfWork.read(({ enrolments }) =>
        enrolments.usersAmong(
          id,
          items.map((person) => person.id),
        ),
      );
      outside.push(...items.filter((person) => !inside.has(person.id)));
      if (items.length === 0 || at * stride >= total) break;
    }
    if (size === 'all') refuseLonger(outside.length, most);
    const wanted = size === 'all' ? outside : outside.slice((page - 1) * size, page * size);
    return { items: wanted.map(personView), total: outside.length };
  }

  private async detailed(
    sessionId: string,
    views: readonly EnrolmentView[],
  ): Promise<readonly EnrolmentView[]> {
    const details = await detailsAmong(
      (ids) => this.directory.learnersAmong(sessionId, ids),
      views.map(({ user }) => user.id),
    );
    return views.map((view) => ({ ...view, user: { ...view.user, ...details.get(view.user.id) } }));
  }
}
