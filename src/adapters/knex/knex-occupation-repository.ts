import type { Knex } from 'knex';
import type { Occupation } from '../../domain/repetition/clashes.js';
import type { Instant } from '../../domain/time/schedule.js';
import type {
  OccupationRepository,
  Occupations,
  OccupationSearch,
} from '../../ports/occupation-repository.js';

interface OccupationRow {
  resource_id: string;
  id: string;
  space_id: string;
  name: string;
  starts_at: string;
  ends_at: string;
}

export class KnexOccupationRepository implements OccupationRepository {
  constructor(private readonly knex: Knex) {}

  async search(search: OccupationSearch): Promise<Occupations> {
    const trainers = search.trainerIds.length > 0 ? await this.ofTrainers(search) : [];
    const places = search.locationId === null ? [] : await this.ofPlace(search, search.locationId);
    const except = new Set(search.exceptIds);
    const toOccupation = (kind: Occupation['kind']) => (row: OccupationRow) =>
      occupationFrom(row, kind, search.spaceId);
    const found = [
      ...trainers.filter(({ id }) => !except.has(id)).map(toOccupation('trainer')),
      ...places.filter(({ id }) => !except.has(id)).map(toOccupation('location')),
    ];
    return { found, complete: trainers.length <= search.most && places.length <= search.most };
  }

  private async ofTrainers({ trainerIds, from, to, most }: OccupationSearch): Promise<OccupationRow[]> {
    return (await this.knex('seance_trainer as t')
      .join('seance as s', 's.id', 't.seance_id')
      .select('s.id', 's.space_id', 's.name', 's.starts_at', 's.ends_at', { resource_id: 't.user_id' })
      .whereIn('t.user_id', trainerIds)
      .where('t.ends_at', '>', from)
      .where('t.starts_at', '<', to)
      .whereNull('s.deleted_at')
      .limit(most + 1)) as OccupationRow[];
  }

  private async ofPlace({ from, to, most }: OccupationSearch, locationId: string): Promise<OccupationRow[]> {
    return (await this.knex('seance')
      .select('id', 'space_id', 'name', 'starts_at', 'ends_at', { resource_id: 'location_id' })
      .where({ location_id: locationId })
      .where('ends_at', '>', from)
      .where('starts_at', '<', to)
      .whereNull('deleted_at')
      .limit(most + 1)) as OccupationRow[];
  }
}

function occupationFrom(row: OccupationRow, kind: Occupation['kind'], spaceId: string): Occupation {
  return {
    kind,
    resourceId: row.resource_id,
    startsAt: row.starts_at as Instant,
    endsAt: row.ends_at as Instant,
    seance: row.space_id === spaceId ? { id: row.id, name: row.name } : null,
  };
}
