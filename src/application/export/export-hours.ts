import type { Hours, Quarter } from '../../domain/attendance/hours.js';
import { Refusal } from '../../domain/refusal.js';
import type { ExportWriter } from '../../ports/export-writer.js';
import { sessionOf, type Visit } from '../access/space-access.js';
import type { HoursSearch, PersonHours, ReadHours } from '../attendance/read-hours.js';
import { type ColumnOf, type ExportedList, type ExportOrder, exportTable } from './export-columns.js';

/** The hours of somebody in a quarter; in all of them when that is null. */
interface HoursRow {
  readonly user: PersonHours['user'];
  readonly quarter: Quarter | null;
  readonly hours: Hours;
}

/** How long people were there, as a file: a row for each person and quarter, and one for what they add up to. */
export class ExportHours {
  constructor(
    private readonly readHours: ReadHours,
    private readonly writer: ExportWriter,
  ) {}

  /** @throws Refusal `not-found`, `no-session`, `too-many-rows`, and `validation` at `to` when it is before `from` */
  async run(visit: Visit<'enrol'>, search: HoursSearch, order: ExportOrder): Promise<ExportedList> {
    const of = sessionOf(visit, search.sessionId).name;
    const { people } = await this.readHours.run(visit, search);
    const rows = people.flatMap(rowsOf);
    if (rows.length > order.mostRows) throw new Refusal('too-many-rows');
    const hasDetails = people.some(({ user }) => user.detail !== undefined);
    const table = exportTable(of, columnsWith(hasDetails), [rows]);
    return { of, bytes: await this.writer.write(order.format, order.language, table) };
  }
}

function rowsOf({ user, quarters, ...whole }: PersonHours): readonly HoursRow[] {
  return [
    ...quarters.map(({ quarter, ...hours }) => ({ user, quarter, hours })),
    { user, quarter: null, hours: whole },
  ];
}

const detail: ColumnOf<HoursRow> = { is: 'detail', of: ({ user }) => user.detail ?? null };

function columnsWith(hasDetails: boolean): readonly ColumnOf<HoursRow>[] {
  return [
    { is: 'name', of: ({ user }) => user.name },
    ...(hasDetails ? [detail] : []),
    { is: 'quarter', of: ({ quarter }) => (quarter === null ? { word: 'total' } : { quarter }) },
    { is: 'hours', of: ({ hours }) => inHours(hours.minutes) },
    { is: 'halfDays', of: ({ hours }) => hours.halfDays },
    { is: 'attended', of: ({ hours }) => hours.attended },
  ];
}

/** As spreadsheets add them up: to the hundredth, which is less than a minute. */
function inHours(minutes: number): number {
  return Math.round((minutes / 60) * 100) / 100;
}
