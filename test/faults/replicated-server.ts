import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { MariaDbServer } from '../support/mariadb-server.js';

const options = ['--log-bin=binlog', '--log-slave-updates', '--binlog-format=row'];
let started = 0;

/** A MariaDB that others can follow, or that follows another: what is committed there is here soon after. */
export class ReplicatedServer {
  private constructor(private readonly server: MariaDbServer) {}

  static async start(): Promise<ReplicatedServer> {
    return new ReplicatedServer(await MariaDbServer.start(...options, `--server-id=${(started += 1)}`));
  }

  /** Of a user who may do everything, and write to a server that is read-only. */
  get address(): string {
    return this.server.address;
  }

  async query<Row = unknown>(sql: string): Promise<readonly Row[]> {
    const connection = await createConnection(this.address);
    try {
      const [rows] = await connection.query<RowDataPacket[]>(sql);
      return rows as Row[];
    } finally {
      await connection.end();
    }
  }

  /** From now on it takes no writes but those of `primary`, whose commits wait until they are here. */
  async follow(primary: ReplicatedServer): Promise<void> {
    const { port } = new URL(primary.address);
    await this.query('set global read_only = 1');
    // One that was followed until now goes on after what it has written itself.
    await this.query('set global gtid_slave_pos = @@gtid_current_pos');
    await this.query('set global rpl_semi_sync_master_enabled = 0, global rpl_semi_sync_slave_enabled = 1');
    await this.query(
      `change master to master_host = '127.0.0.1', master_port = ${port}, master_user = 'root',
       master_use_gtid = slave_pos`,
    );
    await this.query('start slave');
    await this.reach(await primary.position());
    // Never without: a commit that is acknowledged and nowhere else is what the test looks for.
    await primary.query('set global rpl_semi_sync_master_timeout = 600000');
    await primary.query("set global rpl_semi_sync_master_wait_point = 'AFTER_SYNC'");
    await primary.query('set global rpl_semi_sync_master_enabled = 1');
  }

  /** Takes over from a server that takes no writes any more, or is gone, as soon as it has all that it was sent. */
  async takeOver(): Promise<void> {
    await this.query('stop slave io_thread');
    const [status] = await this.query<{ Gtid_IO_Pos: string }>('show slave status');
    await this.reach(status?.Gtid_IO_Pos ?? '');
    await this.query('stop slave');
    await this.query('reset slave all');
    await this.query('set global read_only = 0');
  }

  /** Where it is in what it has committed. */
  async position(): Promise<string> {
    const [row] = await this.query<{ position: string }>('select @@gtid_current_pos as position');
    return row?.position ?? '';
  }

  /** Waits until it has all that another one had at that position. */
  async reach(position: string): Promise<void> {
    const [row] = await this.query<{ late: number }>(`select master_gtid_wait('${position}', 30) as late`);
    if (row?.late !== 0) throw new Error(`The server is not at ${position} after half a minute.`);
  }

  /** As a power cut does. */
  stop(): Promise<void> {
    return this.server.stop();
  }
}
