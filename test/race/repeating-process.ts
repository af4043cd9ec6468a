/**
 * One process of a platform, on a database that it shares: repeats séances as it is told and may die while it does.
 * Arguments: the address of the database, and a JSON of {@link Orders}. Says that it is there, waits for a line, and
 * writes its {@link Repetition}s as JSON.
 */
import { once } from 'node:events';
import type { Knex } from 'knex';
import { openDatabase } from '../../src/adapters/knex/dialect.js';
import type { RepetitionResult } from '../../src/application/repetition/repeat-seance.js';
import { Campus } from '../application/repetition/campus/campus.js';

/** The moment of an own death: when all is ready to send a statement, or while a server works on it. Counted from 1. */
export interface Death {
  readonly statement: number;
  readonly moment: 'before' | 'during';
}

export interface Orders {
  /** Séances to repeat, one after the other. */
  readonly ids: readonly string[];
  readonly rule: object;
  readonly headers?: Readonly<Record<string, string>>;
  readonly death?: Death;
}

export interface Repetition {
  readonly status: number;
  readonly result: RepetitionResult;
}

const { ids, rule, headers, death } = JSON.parse(process.argv[3] ?? '') as Orders;
const { knex } = openDatabase(process.argv[2] ?? '');
const campus = new Campus(knex);
await knex.raw('select 1');
process.stdout.write('there\n');
await once(process.stdin, 'data');
if (death) dieAt(knex, death);
const repetitions: Repetition[] = [];
for (const id of ids) {
  const path = `demo/seances/${id}/repetitions`;
  const { status, body } = await campus.request<RepetitionResult>('POST', path, rule, headers);
  repetitions.push({ status, result: body });
}
await knex.destroy();
process.stdin.destroy();
process.stdout.write(JSON.stringify(repetitions));

/** As by `kill -9`: nothing is rolled back, closed or said any more. */
function dieAt(database: Knex, { statement, moment }: Death): void {
  let seen = 0;
  const die = () => process.kill(process.pid, 'SIGKILL');
  // Knex tells of a statement just before it sends it.
  database.on('query', () => {
    seen += 1;
    if (seen !== statement) return;
    if (moment === 'before') die();
    else setImmediate(die);
  });
}
