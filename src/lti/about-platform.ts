import { countOf } from '../adapters/knex/count-of.js';
import type { LtiStore } from './store.js';
import type { CourseRow, MemberRow } from './tables.js';

/** A course that nobody has opened for long. */
export interface UnusedCourse {
  readonly name: string;
  readonly launchedAt: string;
}

/** How long a course was not opened that is listed, in seconds: a year. */
const unusedFor = 365 * 24 * 3_600;
/** Courses that are listed at most. */
const most = 100;

/** What administrators of a tenant may know of it. */
export class AboutPlatforms {
  constructor(private readonly store: LtiStore) {}

  /** The courses that nobody has opened for a year, the longest first: nothing tells that a platform has deleted one. */
  async unused(
    platformId: string,
  ): Promise<{ readonly items: readonly UnusedCourse[]; readonly total: number }> {
    const found = () =>
      this.store
        .knex<CourseRow>('seance_lti_space')
        .where({ platform_id: platformId })
        .where('launched_at', '<', this.store.after(-unusedFor));
    const rows = await found().orderBy(['launched_at', 'id']).limit(most).select('name', 'launched_at');
    const items = rows.map(({ name, launched_at: launchedAt }) => ({ name, launchedAt }));
    return { items, total: await countOf(found()) };
  }

  /** Whether somebody administers this tenant now. */
  async isAdministrator(platformId: string, memberId: string | null): Promise<boolean> {
    const row = await this.store
      .knex<MemberRow>('seance_lti_member')
      .where({ id: memberId ?? '', platform_id: platformId })
      .where('administers_until', '>', this.store.now())
      .first('id');
    return row !== undefined;
  }
}
