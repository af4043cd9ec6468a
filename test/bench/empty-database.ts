import { createConnection } from 'mysql2/promise';

/** The address of a database without a table, on a server at `address`: what was in it before is gone. */
export async function emptyDatabase(address: string): Promise<string> {
  const database = new URL(address);
  database.pathname = '/';
  const connection = await createConnection(database.href);
  await connection.query('drop database if exists seances_bench');
  await connection.query('create database seances_bench character set utf8mb4');
  await connection.end();
  database.pathname = '/seances_bench';
  return database.href;
}
