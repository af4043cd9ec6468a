import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import { NodeDigests } from '../../src/adapters/system/node-digests.js';
import { UuidGenerator } from '../../src/adapters/system/uuid-generator.js';
import { createTimeStamper } from '../../src/adapters/timestamp/create-time-stamper.js';
import { PkiTimeStampReader } from '../../src/adapters/timestamp/pki-time-stamp-reader.js';
import { StampDays } from '../../src/application/attendance/stamp-days.js';
import { Campus } from '../application/repetition/campus/campus.js';
import { onDatabase } from '../support/databases.js';
import { TimeStampServer } from '../support/time-stamp-server.js';
import { run } from './command.js';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

onDatabase('seances verify-attendance', (database) => {
  const verify = (...options: readonly string[]) =>
    run(['verify-attendance', '--database', database.address, ...options]);
  const folder = mkdtempSync(join(tmpdir(), 'seances-anchors-'));
  const anchors = join(folder, 'anchors.pem');
  const entries = () => database.knex('seance_attendance_entry');
  let campus: Campus;
  let server: TimeStampServer;
  let id: string;

  async function stamp(): Promise<void> {
    const stamper = createTimeStamper({ url: server.url });
    const [work, digests] = [new KnexUnitOfWork(database.open), new NodeDigests()];
    const parts = [new UuidGenerator(), campus.clock, silent] as const;
    await new StampDays(work, stamper, new PkiTimeStampReader(), digests, ...parts).run();
  }

  before(async () => {
    server = await TimeStampServer.start();
    writeFileSync(anchors, server.anchor);
    campus = new Campus(database.knex);
    await database.knex('seance_setting').insert({ name: 'attendance', value: '"signed"' });
    const when = { start: '2024-06-01T14:00', end: '2024-06-01T15:00' };
    ({ id } = await campus.create({ ...when, enrolmentMode: 'automatic' }));
    const ask = async (method: string, what: string, json: object) => {
      const { status } = await campus.request(method, `demo/seances/${id}/attendance/1/${what}`, json);
      expect(status, what).to.equal(200);
    };
    await ask('PUT', 'marks', { marks: [{ userId: 'learner1', mark: 'late', minutes: 5 }] });
    // A close is in the log as of the second that the half-day says.
    campus.clock.advance(60);
    await ask('POST', 'close', { signature: 'M10 20L30 40' });
    await ask('POST', 'corrections', { userId: 'learner2', mark: 'remote', reason: 'by video' });
    await stamp();
  });

  after(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  it('says what it looked at, and that all of it adds up, and ends with 0', async () => {
    expect(await verify('--anchors', anchors)).to.deep.equal({
      ...{ code: 0, errors: '' },
      output:
        '1 half-days with 6 entries, 0 of them about people who are forgotten.\n' +
        '1 stamps, 0 of them without a token; 0 half-days wait for one.\nEverything adds up.\n',
    });
  });

  it('says of each finding where it is, and ends with 1', async () => {
    const mark = () => entries().where({ seance_id: id, kind: 'mark', user_id: 'learner1' });
    const [{ number }] = (await mark().select('number')) as [{ number: number }];
    await mark().update({ minutes: 1 });
    await database.knex('seance_attendance_stamp').update({ token: 'bm9uZQ==' });
    const { code, output } = await verify();
    await mark().update({ minutes: 5 });

    expect(code).to.equal(1);
    expect(output).to.match(/^stamp 1: its token is not right \(It is no time-stamp: .*\)\.$/m);
    expect(output).to.contain(`séance ${id} slot 1 entry ${number}: it was changed, or what is before it.\n`);
    expect(output).to.match(/\nFindings: 2\.\n$/);
  });

  it('wants a file of certificates to be one', async () => {
    const wrong = join(folder, 'none.pem');
    writeFileSync(wrong, 'none');
    for (const file of [wrong, `${wrong}.missing`]) {
      const { code, errors } = await verify('--anchors', file);
      expect(code).to.equal(2);
      expect(errors).to.match(/no certificate in|no such file/);
    }
  });
});
