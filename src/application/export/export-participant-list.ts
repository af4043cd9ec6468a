import { type Instant, wallTimeIn } from '../../domain/time/schedule.js';
import type { PageRequest } from '../../domain/page.js';
import type { TimeZone } from '../../domain/time/time-zone.js';
import type { ExportWriter } from '../../ports/export-writer.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import type { Visit } from '../access/space-access.js';
import type { EnrolmentView } from '../enrolment/enrolment-view.js';
import type { ListEnrolments, ParticipantSearch } from '../enrolment/list-enrolments.js';
import {
  boundedBatches,
  type ColumnOf,
  type ExportedList,
  type ExportOrder,
  exportTable,
} from './export-columns.js';

/** Which participants: whatever the page. */
type WholeSearch = Omit<ParticipantSearch, 'page' | 'size' | 'most'>;

/** Who takes part in a séance and who waits, on all pages, as a file. */
export class ExportParticipantList {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly listEnrolments: ListEnrolments,
    private readonly writer: ExportWriter,
  ) {}

  /** @throws Refusal `not-found`, `too-many-rows` */
  async run(
    visit: Visit<'enrol'>,
    id: string,
    search: WholeSearch,
    order: ExportOrder,
  ): Promise<ExportedList> {
    const { seance } = await this.unitOfWork.read(({ seances }) => seances.get(visit.space.id, id));
    const batches: (readonly EnrolmentView[])[] = [];
    const list = (request: PageRequest) =>
      this.listEnrolments.participants(visit, id, { ...search, ...request });
    // Columns come before rows: whether somebody has a detail is known once all have been read.
    for await (const batch of boundedBatches(list, order.mostRows)) batches.push(batch);
    const hasDetails = batches.some((batch) => batch.some(({ user }) => user.detail !== undefined));
    const table = exportTable(seance.name, columnsBy(seance.timeZone, hasDetails), batches);
    return { of: seance.name, bytes: await this.writer.write(order.format, order.language, table) };
  }
}

const detail: ColumnOf<EnrolmentView> = { is: 'detail', of: ({ user }) => user.detail ?? null };

/** @param timeZone of the séance, by whose clocks it is said when somebody came in. */
function columnsBy(timeZone: TimeZone, hasDetails: boolean): readonly ColumnOf<EnrolmentView>[] {
  const wallTimeOf = (instant: Instant | null) => instant && { wallTime: wallTimeIn(timeZone, instant) };
  return [
    { is: 'lastName', of: ({ user }) => user.lastName || user.name },
    { is: 'firstName', of: ({ user }) => user.firstName },
    ...(hasDetails ? [detail] : []),
    { is: 'state', of: ({ status }) => ({ word: status }) },
    { is: 'position', of: ({ position }) => position ?? null },
    { is: 'requestedAt', of: ({ requestedAt }) => wallTimeOf(requestedAt) },
    { is: 'enrolledAt', of: ({ enrolledAt }) => wallTimeOf(enrolledAt) },
  ];
}
