import type { WholeSearch } from '../../application/export/export-seance-list.js';
import type { SeanceSort } from '../../ports/seance-repository.js';
import type { TypeOf } from './schemas/object.js';
import type { seanceListQuery } from './schemas/seance-schemas.js';

type Asked = TypeOf<typeof seanceListQuery>;

/** Which séances a query asks for, and in which order, in the words of the use cases. */
export function criteriaOf({ session, group, series, location, trainer, sort, ...same }: Asked): WholeSearch {
  return {
    ...same,
    sessionId: session,
    groupId: group,
    seriesId: series,
    locationId: location,
    trainerId: trainer,
    sort: sort.replace(/^-/, '') as SeanceSort,
    descending: sort.startsWith('-'),
  };
}
