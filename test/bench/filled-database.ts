import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise';
import { migrateToLatest } from '../../src/adapters/knex/migrate.js';
import { type OpenDatabase, openDatabase } from '../../src/adapters/knex/dialect.js';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import { enrolmentModes } from '../../src/domain/seance/seance-content.js';
import { searchText } from '../../src/domain/text/fold.js';
import { type RecordParts, seanceRecord, startOf } from '../support/seance-records.js';
import { busyTrainer, learnersOf } from './bench-host.js';

const seancesPerSession = 5_000;
const groupsPerSession = 40;
/** Half of the séances are automatic, and have no rows. */
const learnersPerSeance = 20;

/** Where the first session is; the others are copies of it in spaces that nobody visits. */
const here = 'filled';

/**
 * The address of a database of so many sessions of 5,000 séances and 50,000 enrolments each. It is filled once and kept:
 * what it holds is written down in it when it is whole.
 */
export async function filledDatabase(server: string, sessions: number): Promise<string> {
  const name = `seances_bench_${sessions}`;
  const address = new URL(server);
  address.pathname = '/';
  const connection = await createConnection(address.href);
  try {
    await connection.query('create database if not exists ?? character set utf8mb4', [name]);
    address.pathname = `/${name}`;
    await connection.changeUser({ database: name });
    const [marks] = await connection.query<RowDataPacket[]>("show tables like 'bench_filled'");
    if (marks.length === 0) {
      await connection.query('drop database ??', [name]);
      await connection.query('create database ?? character set utf8mb4', [name]);
      await connection.changeUser({ database: name });
      await fill(connection, address.href, sessions);
    }
  } finally {
    await connection.end();
  }
  return address.href;
}

async function fill(connection: Connection, address: string, sessions: number): Promise<void> {
  const open = openDatabase(address);
  try {
    await migrateToLatest(open.knex);
    await firstSession(open);
  } finally {
    await open.knex.destroy();
  }
  await connection.query('set unique_checks = 0, foreign_key_checks = 0');
  await firstEnrolments(connection);
  const tables = await copiedTables(connection);
  for (let session = 2; session <= sessions; session += 1) {
    await copySession(connection, tables, session);
    progress(session, sessions);
  }
  await connection.query('analyze table seance, seance_trainer, seance_group, seance_enrolment');
  await connection.query('create table bench_filled (sessions int)');
}

async function firstSession(open: OpenDatabase): Promise<void> {
  const groups = Array.from({ length: groupsPerSession }, (_, index) => ({
    id: `01900000-0000-7000-9000-${String(index).padStart(12, '0')}`,
    spaceId: here,
    sessionId: here,
    name: `Groupe ${index}`,
    limit: 2,
  }));
  const records = Array.from({ length: seancesPerSession }, (_, index) => {
    const group = groups[index % 160];
    return seanceRecord({ ...partsOf(index), ...(group && { enrolmentMode: 'public', group }) });
  });
  await new KnexUnitOfWork(open).write(async (repositories) => {
    for (const group of groups) await repositories.groups.findOrAdd(group);
    await repositories.seances.insert(records);
  });
}

function partsOf(index: number): RecordParts {
  const name = `${['Atelier', 'Répétition', 'Cours', 'Séance de déjà-vu'][index % 4] ?? ''} ${index % 500}`;
  const description = `<p>${'Chapitres, exercices et corrigés, à lire avant. '.repeat(4)}</p>`;
  const trainer = { id: `trainer${index % 30}`, name: `Anh trainer${index % 30}` };
  return {
    spaceId: here,
    sessionId: here,
    name,
    description,
    searchText: searchText([name, description]),
    // In years when nothing has begun yet, so that a kept database does not age.
    start: startOf(index, 2040),
    enrolmentMode: index % 2 === 0 ? 'automatic' : (enrolmentModes[1 + ((index >> 1) % 2)] ?? 'manual'),
    capacity: index % 3 === 0 ? null : 20 + (index % 40),
    trainers: [trainer, ...(index % 5 === 0 ? [{ id: busyTrainer, name: `Anh ${busyTrainer}` }] : [])],
  };
}

async function firstEnrolments(connection: Connection): Promise<void> {
  await connection.query(
    `insert into seance_enrolment (id, space_id, session_id, seance_id, user_id, user_name, first_name, last_name,
        name_sort, status, turn, source, requested_at, enrolled_at)
      select concat('e0000000-', lpad(place, 8, '0')), space_id, session_id, id, learner, concat('Ada ', learner),
        'Ada', learner, concat(learner, ' ada'), 'enrolled', turn, 'staff', created_at, created_at
      from (
        select s.*, n.seq + 1 as turn, s.number * ? + n.seq as place,
          concat('learner', (s.number * ? + n.seq) % ? + 1) as learner
        from (select seance.*, row_number() over (order by id) - 1 as number from seance
              where enrolment_mode <> 'automatic') as s
        join seq_0_to_${learnersPerSeance - 1} as n
      ) as places
      order by place`,
    [learnersPerSeance, learnersPerSeance, learnersOf.filled],
  );
  await connection.query(
    "update seance set enrolled_count = ?, next_turn = ? where enrolment_mode <> 'automatic'",
    [learnersPerSeance, learnersPerSeance + 1],
  );
}

/** The tables of a session, with the columns of each. */
async function copiedTables(connection: Connection): Promise<ReadonlyMap<string, readonly string[]>> {
  const tables = new Map<string, readonly string[]>();
  for (const table of ['seance_group', 'seance', 'seance_trainer', 'seance_enrolment']) {
    const [columns] = await connection.query<RowDataPacket[]>('show columns from ??', [table]);
    tables.set(
      table,
      columns.map((column) => String(column['Field'])),
    );
  }
  return tables;
}

/** Ids, spaces and users of a copy are others, that sort after those of the copies before. */
async function copySession(
  connection: Connection,
  tables: ReadonlyMap<string, readonly string[]>,
  session: number,
): Promise<void> {
  const number = session.toString(16).padStart(3, '0');
  const renewed = (column: string) => `insert(\`${column}\`, 1, 4, '1${number}')`;
  const changes: Readonly<Record<string, string>> = {
    ...Object.fromEntries(['id', 'seance_id', 'group_id'].map((column) => [column, renewed(column)])),
    space_id: `'filled-${number}'`,
    session_id: `'filled-${number}'`,
    user_id: `concat(user_id, '-${number}')`,
  };
  await connection.query('begin');
  for (const [table, columns] of tables) {
    const values = columns.map((column) => changes[column] ?? `\`${column}\``).join(', ');
    const own = table === 'seance_trainer' ? "left(seance_id, 1) = '0'" : `space_id = '${here}'`;
    await connection.query(`insert into ?? (??) select ${values} from ?? where ${own}`, [
      table,
      columns,
      table,
    ]);
  }
  await connection.query('commit');
}

function progress(session: number, sessions: number): void {
  const width = 40;
  const done = Math.round((width * session) / sessions);
  const bar = `${'█'.repeat(done)}${'░'.repeat(width - done)}`;
  process.stderr.write(`\rfilling ${bar} ${session}/${sessions} sessions${session === sessions ? '\n' : ''}`);
}
