import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise';

/** How many rows it changes: more than a transaction of a test does. InnoDB ends the one that has changed least. */
const weight = 500;
const ballast = 'heavier_ballast';

interface Index {
  readonly table: string;
  readonly name: string;
  readonly columns: string;
}

/**
 * A transaction of somebody else that wins every deadlock: it holds all that nobody else holds, the gaps that new rows
 * would go to included, and then asks for the rest. Who holds something and asks for anything more is the victim.
 */
export class HeavierTransaction {
  private constructor(
    private readonly connection: Connection,
    private readonly indexes: readonly Index[],
  ) {}

  static async on(address: string): Promise<HeavierTransaction> {
    const connection = await createConnection(address);
    await connection.query(`create table if not exists ${ballast} (id int primary key, n int not null)`);
    const rows = Array.from({ length: weight }, (_, id) => [id, 0]);
    await connection.query(`insert ignore into ${ballast} values ?`, [rows]);
    // Only at this level do reads lock gaps.
    await connection.query('set session transaction isolation level repeatable read');
    const [indexes] = await connection.query<(RowDataPacket & Index)[]>(
      `select table_name as \`table\`, index_name as name,
        group_concat(concat('\`', column_name, '\`') order by seq_in_index) as columns
      from information_schema.statistics
      where table_schema = database() and table_name like 'seance%' group by table_name, index_name`,
    );
    return new HeavierTransaction(connection, indexes);
  }

  /** Takes every row, and every gap of every index, that nobody holds. */
  async takeWhatIsFree(): Promise<void> {
    await this.connection.query('begin');
    await this.connection.query(`update ${ballast} set n = n + 1`);
    for (const { table, name, columns } of this.indexes)
      await this.connection.query(
        `select ${columns} from ${table} force index (\`${name}\`) order by ${columns} for update skip locked`,
      );
  }

  /**
   * Asks for what others hold, table by table, until it has everything or `isEnough`, and gives it all back. Whether it
   * waits before or after the victim does makes no difference: who closes the circle does not choose who loses.
   */
  async askForTheRest(isEnough: () => boolean): Promise<void> {
    for (const { table, name, columns } of this.indexes)
      if (name === 'PRIMARY' && !isEnough())
        await this.connection.query(`select ${columns} from ${table} for update`);
    await this.connection.query('rollback');
  }

  async close(): Promise<void> {
    await this.connection.end();
  }
}
