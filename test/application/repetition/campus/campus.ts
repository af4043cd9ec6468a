import { expect } from 'chai';
import type { RepetitionPreview } from '../../../../src/application/repetition/repetition-preview.js';
import type { SeriesChangePreview } from '../../../../src/application/series/preview-series-change.js';
import type { RepetitionResult } from '../../../../src/application/repetition/repeat-seance.js';
import type { SeanceView } from '../../../../src/application/seance/seance-view.js';
import type { SeanceEvent } from '../../../../src/domain/event/seance-event.js';
import type { Scope } from '../../../../src/domain/series/series-scope.js';
import type { PageOf } from '../../../../src/domain/page.js';
import { createSeancesPlugin, type Database, Logger, type SeancesPlugin } from '../../../../src/index.js';
import { FakeHost, FixedClock, person } from '../../../../src/testing/index.js';
import { place } from '../../../support/seance-records.js';

/** When everything happens, unless a test moves the clock. */
export const campusNow = '2024-06-01T12:00:00Z';

export interface Answer<T = unknown> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

export interface Problem {
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly { readonly pointer: string; readonly code: string; readonly message: string }[];
}

type SentHeaders = Readonly<Record<string, string>>;

/** Shows why a request failed: a test that meets a 500 has to tell more than its number. A 503 says it by its code. */
class FaultPrinter extends Logger {
  override info(): void {}
  override warn(): void {}
  override error(values: Readonly<Record<string, unknown>>): void {
    if (values['status'] !== 503)
      process.stderr.write(`${String(values['status'])}: ${String(values['stack'])}\n`);
  }
}

/** A host with two spaces, two trainers of both, a room, and the plugin on a database; spoken to by HTTP alone. */
export class Campus {
  readonly clock = new FixedClock(campusNow);
  readonly host: FakeHost;
  readonly plugin: SeancesPlugin<null>;
  readonly faults = new FaultPrinter();

  constructor(database: Database, learners = 2) {
    this.host = hostWith(learners);
    this.plugin = createSeancesPlugin<null>(
      { ...this.host.ports, database, logger: this.faults },
      { clock: this.clock },
    );
  }

  async request<T>(
    method: string,
    path: string,
    body?: unknown,
    headers: SentHeaders = {},
  ): Promise<Answer<T>> {
    const address = `http://campus.example/plugins/seances/api/v1/spaces/${path}`;
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const always = { 'x-actor': 'trainer1', 'content-type': 'application/json' };
    const response = await this.plugin.fetch(
      new Request(address, { method, ...sent, headers: { ...always, ...headers } }),
      null,
    );
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: (text === '' ? undefined : JSON.parse(text)) as T,
    };
  }

  /** A séance of an hour on one morning, unless `input` says otherwise. */
  async create(input: object = {}, space = 'demo'): Promise<SeanceView> {
    const plainest = {
      name: 'Atelier',
      enrolmentMode: 'manual',
      start: '2025-03-03T10:00',
      end: '2025-03-03T11:00',
      timeZone: 'Europe/Brussels',
    };
    return done(await this.request<SeanceView>('POST', `${space}/seances`, { ...plainest, ...input }), 201);
  }

  async preview(id: string, rule: object): Promise<RepetitionPreview> {
    return done(
      await this.request<RepetitionPreview>('POST', `demo/seances/${id}/repetitions/preview`, rule),
      200,
    );
  }

  async repeat(id: string, rule: object, headers: SentHeaders = {}): Promise<RepetitionResult> {
    return done(
      await this.request<RepetitionResult>('POST', `demo/seances/${id}/repetitions`, rule, headers),
      201,
    );
  }

  async get(id: string): Promise<SeanceView> {
    return done(await this.request<SeanceView>('GET', `demo/seances/${id}`), 200);
  }

  /** What was done to a séance itself, the latest first. */
  async edits(id: string): Promise<PageOf<SeanceEvent>> {
    return done(await this.request<PageOf<SeanceEvent>>('GET', `demo/seances/${id}/edits`), 200);
  }

  /** The séances of a series, by start. */
  async series(seriesId: string | null): Promise<readonly SeanceView[]> {
    const query = `demo/seances?size=all&series=${seriesId}`;
    return done(await this.request<{ readonly items: readonly SeanceView[] }>('GET', query), 200).items;
  }

  async edit(id: string, changes: object, scope: Scope = 'this'): Promise<SeanceView> {
    return done(await this.request<SeanceView>('PATCH', `demo/seances/${id}?scope=${scope}`, changes), 200);
  }

  async previewEdit(id: string, changes: object, scope: Scope): Promise<readonly SeriesChangePreview[]> {
    const path = `demo/seances/${id}/changes/preview?scope=${scope}`;
    return done(
      await this.request<{ readonly changes: readonly SeriesChangePreview[] }>('POST', path, changes),
      200,
    ).changes;
  }

  async delete(id: string, scope: Scope = 'this'): Promise<void> {
    done(await this.request('DELETE', `demo/seances/${id}?scope=${scope}`), 204);
  }
}

function done<T>({ status, body }: Answer<T>, expected: number): T {
  expect(status, JSON.stringify(body)).to.equal(expected);
  return body;
}

function hostWith(learners: number): FakeHost {
  const session = { startsOn: null, endsOn: null, timeZone: 'Europe/Brussels' };
  const host = new FakeHost([place('room-a', 'Salle A'), place('room-b', 'Salle B')])
    .withSpace('demo', [{ ...session, id: 'demo-2026', name: 'Session' }])
    .withSpace('other', [{ ...session, id: 'other-2026', name: 'Ailleurs' }]);
  for (const id of ['demo-2026', 'other-2026']) {
    host
      .withTrainer(id, person('trainer1', 'Ada', 'UN'))
      .withTrainer(id, person('trainer2', 'Blaise', 'DEUX'))
      .withManager(id, person('manager', 'Max', 'MANAGER'));
  }
  for (let number = 1; number <= learners; number += 1) {
    host.withLearner('demo-2026', person(`learner${number}`, 'Clé', `N${number}`));
  }
  return host;
}
