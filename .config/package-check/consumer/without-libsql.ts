// Where libsql could not be installed: the error says what to do, and its stack leads into the sources.
import assert from 'node:assert/strict';
import { createSeancesPlugin, type SeancesHost } from 'seances';
import { host } from './host.js';

const whole: SeancesHost = { ...host, database: 'sqlite:consumer.sqlite' };
const open = () => createSeancesPlugin(whole);

assert.throws(open, (error: Error) => {
  assert.match(error.message, /run "npm install libsql"/);
  assert.match(error.stack ?? '', /src\/adapters\/knex\/libsql-client\.ts:\d+/);
  return true;
});
