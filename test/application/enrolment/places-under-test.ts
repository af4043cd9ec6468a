import { expect } from 'chai';
import type { EnrolmentView } from '../../../src/application/enrolment/enrolment-view.js';
import { KnexUnitOfWork } from '../../../src/adapters/knex/knex-unit-of-work.js';
import { type Instant, shiftInstant } from '../../../src/domain/time/schedule.js';
import { person } from '../../../src/testing/index.js';
import { type Answer, Campus, campusNow } from '../repetition/campus/campus.js';
import type { TestDatabase } from '../../support/databases.js';
import type { BeginningSeance, Outcome } from '../../domain/enrolment/seating-world.js';

const outcomes: ReadonlySet<string> = new Set(['enrolled', 'waiting', 'already']);

type Line = readonly (readonly [user: string, isIn: boolean])[];

/** The plugin, told to do what a `SeatingWorld` does, by the requests that a browser makes. */
export class PlacesUnderTest {
  private readonly campus: Campus;
  private readonly ids: string[] = [];
  private groupId = '';
  private beginning = campusNow as Instant;

  constructor(
    private readonly database: TestDatabase,
    learners: number,
  ) {
    this.campus = new Campus(database.knex, learners);
    this.campus.host.withAdministrator(person('admin', 'Ada', 'Min'));
  }

  /** Forgets everything, and makes these séances. */
  async begin(seances: readonly BeginningSeance[]): Promise<void> {
    const { knex } = this.database;
    for (const table of ['seance', 'seance_enrolment', 'seance_group', 'seance_setting', 'seance_event'])
      await knex(table).delete();
    this.ids.length = 0;
    this.beginning = this.campus.clock.now();
    for (const { isInGroup, mode: enrolmentMode, capacity, start } of seances) {
      const grouping = isInGroup && { groupName: 'Ateliers' };
      const input = { enrolmentMode, capacity, ...grouping, ...this.times(start) };
      const { id, group } = await this.campus.create(input);
      this.ids.push(id);
      this.groupId = group?.id ?? this.groupId;
    }
  }

  async enrol(user: string, index: number, insteadOf: number | null): Promise<Outcome> {
    const query = insteadOf === null ? '' : `?insteadOf=${this.ids[insteadOf]}`;
    const { status } = await this.send('PUT', `${this.at(index)}/enrolments/me${query}`, undefined, user);
    return ({ 201: 'enrolled', 202: 'waiting', 200: 'already' } as const)[status] ?? 'refused';
  }

  async enrolByStaff(users: readonly string[], index: number): Promise<readonly Outcome[]> {
    const { status, body } = await this.send<{ results: { outcome: string }[] }>(
      'POST',
      `${this.at(index)}/enrolments`,
      { userIds: users },
    );
    if (status >= 300) return users.map(() => 'refused');
    return body.results.map(({ outcome }) => (outcomes.has(outcome) ? (outcome as Outcome) : 'refused'));
  }

  async leave(user: string, index: number): Promise<Outcome> {
    return done(await this.send('DELETE', `${this.at(index)}/enrolments/me`, undefined, user));
  }

  async accept(user: string, index: number): Promise<Outcome> {
    return done(await this.send('POST', `${await this.enrolmentOf(user, index)}/accept`));
  }

  async remove(user: string, index: number): Promise<Outcome> {
    return done(await this.send('DELETE', await this.enrolmentOf(user, index)));
  }

  async move(user: string, from: number, to: number): Promise<Outcome> {
    const path = `${await this.enrolmentOf(user, from)}/move`;
    return done(await this.send('POST', path, { seanceId: this.ids[to] }));
  }

  async edit(index: number, changes: object): Promise<Outcome> {
    return done(await this.send('PATCH', this.at(index), changes));
  }

  async changeStart(index: number, start: number): Promise<Outcome> {
    return this.edit(index, this.times(start));
  }

  pass(minutes: number): void {
    this.campus.clock.advance(minutes * 60);
  }

  async changeLimit(limit: number): Promise<Outcome> {
    return done(await this.send('PATCH', `demo/groups/${this.groupId}`, { limit }));
  }

  async delete(index: number): Promise<Outcome> {
    return done(await this.send('DELETE', this.at(index)));
  }

  async restore(index: number): Promise<Outcome> {
    return done(await this.send('POST', `${this.at(index)}/restore`));
  }

  async changeSettings(settings: object): Promise<Outcome> {
    return done(await this.send('PUT', '../admin/settings', settings, 'admin'));
  }

  /** Who is in each séance and who waits, in the order in which they came. */
  async lines(): Promise<readonly Line[]> {
    const rows = (await this.database
      .knex('seance_enrolment')
      .orderBy('turn')
      .select('seance_id', 'user_id', 'status')) as { seance_id: string; user_id: string; status: string }[];
    return this.ids.map((id) =>
      rows
        .filter((row) => row.seance_id === id)
        .map((row) => [row.user_id, row.status === 'enrolled'] as const),
    );
  }

  /** What `seances check` would say. */
  async bookErrors(queuesMove: boolean): Promise<readonly unknown[]> {
    return new KnexUnitOfWork(this.database.open).read(({ enrolments }) =>
      enrolments.check(this.campus.clock.now(), queuesMove ? [''] : []),
    );
  }

  private async enrolmentOf(user: string, index: number): Promise<string> {
    const path = `${this.at(index)}/enrolments`;
    const { body } = await this.send<{ items: readonly EnrolmentView[] }>('GET', `${path}?size=50`);
    return `${path}/${body.items.find((one) => one.user.id === user)?.id ?? 'none'}`;
  }

  /** @param start in minutes since the beginning. */
  private times(start: number): object {
    const wall = (minutes: number) => shiftInstant(this.beginning, minutes * 60).slice(0, 16);
    return { start: wall(start), end: wall(start + 30), timeZone: 'UTC' };
  }

  private at(index: number): string {
    return `demo/seances/${this.ids[index]}`;
  }

  private async send<T>(method: string, path: string, body?: unknown, as = 'trainer1'): Promise<Answer<T>> {
    const answer = await this.campus.request<T>(method, path, body, { 'x-actor': as });
    expect(answer.status, `${method} ${path} ${JSON.stringify(answer.body)}`).to.be.below(500);
    return answer;
  }
}

function done({ status }: Answer): Outcome {
  return status < 300 ? 'done' : 'refused';
}
