import { type Instant, wallTimeIn } from '../../domain/time/schedule.js';
import type { ExportValue, ExportWriter } from '../../ports/export-writer.js';
import { sessionOf, type Visit } from '../access/space-access.js';
import type { ListSeances, SeanceSearch } from '../seance/list-seances.js';
import type { SeanceView } from '../seance/seance-view.js';
import {
  boundedBatches,
  type ColumnOf,
  type ExportedList,
  type ExportOrder,
  exportTable,
} from './export-columns.js';

/** Which séances, in which order: whatever the page. */
export type WholeSearch = Omit<SeanceSearch, 'page' | 'size' | 'most'>;

/** The séances that the list shows, on all of its pages, as a file. */
export class ExportSeanceList {
  constructor(
    private readonly listSeances: ListSeances,
    private readonly writer: ExportWriter,
  ) {}

  /** A space without a session has no séances. @throws Refusal `not-found`, `too-many-rows` */
  async run(visit: Visit, search: WholeSearch, order: ExportOrder): Promise<ExportedList> {
    const isNowhere = search.sessionId === undefined && visit.sessions.length === 0;
    const of = isNowhere ? '' : sessionOf(visit, search.sessionId).name;
    const { permissions, actor } = visit;
    const isStaff = permissions.edit || permissions.enrol;
    const table = exportTable(
      of,
      columnsFor(isStaff, actor.timeZone),
      boundedBatches((request) => this.listSeances.run(visit, { ...search, ...request }), order.mostRows),
    );
    return { of, bytes: await this.writer.write(order.format, order.language, table) };
  }
}

/**
 * What the list says of a séance, by the clocks of its own zone, which is named when it is not the reader's. How many
 * wait concerns staff alone; what one has oneself, nobody else.
 */
function columnsFor(isStaff: boolean, ownZone: string): readonly ColumnOf<SeanceView>[] {
  return [
    { is: 'name', of: ({ name }) => name },
    { is: 'start', of: ({ startsAt, timeZone }) => wallTimeOf(startsAt, timeZone) },
    { is: 'end', of: ({ endsAt, timeZone }) => wallTimeOf(endsAt, timeZone) },
    { is: 'timeZone', of: ({ timeZone }) => (timeZone === ownZone ? null : timeZone) },
    { is: 'cancelled', of: ({ cancelled }) => cancelled && (cancelled.reason || { word: 'cancelled' }) },
    { is: 'enrolmentMode', of: ({ enrolmentMode }) => ({ word: enrolmentMode }) },
    { is: 'capacity', of: ({ capacity }) => capacity },
    { is: 'enrolled', of: ({ enrolledCount }) => enrolledCount },
    isStaff
      ? { is: 'waiting', of: ({ waitingCount }) => waitingCount }
      : { is: 'ownPlace', of: ({ myEnrolment }) => myEnrolment && { word: myEnrolment.status } },
    { is: 'group', of: ({ group }) => group?.name ?? null },
    { is: 'location', of: ({ location }) => location?.name ?? null },
    { is: 'trainers', of: ({ trainers }) => trainers.map(({ name }) => name).join(', ') },
    { is: 'onlineUrl', of: ({ onlineUrl }) => onlineUrl },
  ];
}

function wallTimeOf(instant: Instant, timeZone: SeanceView['timeZone']): ExportValue {
  return { wallTime: wallTimeIn(timeZone, instant) };
}
