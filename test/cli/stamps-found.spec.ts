import { expect } from 'chai';
import { readManifest } from '../../src/adapters/host/manifest.js';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import { diagnose } from '../../src/cli/doctor.js';
import type { Instant } from '../../src/domain/time/schedule.js';
import type { AttendanceSealRepository } from '../../src/ports/attendance-seal-repository.js';
import { storeLog } from '../support/attendance-logs.js';
import { onDatabase } from '../support/databases.js';

const closedAt = '2026-11-20T11:00:00Z' as Instant;
const createdAt = '2026-11-21T00:10:00Z' as Instant;
const claim = { token: 'claim', until: '2026-11-21T00:15:00Z' as Instant };

onDatabase('What seances doctor says of stamps', (database) => {
  const seals = <T>(work: (seals: AttendanceSealRepository) => Promise<T>) =>
    new KnexUnitOfWork(database.open).write(({ attendanceSeals }) => work(attendanceSeals));
  const { version } = readManifest();

  async function found(at = '2026-11-21T12:00:00Z') {
    const surroundings = { now: () => Date.parse(at), version, zoneData: '2026a' };
    const findings = await diagnose(database.open, surroundings);
    return findings.filter(({ says }) => says.includes(' presence'));
  }

  beforeEach(async () => {
    for (const table of ['slot', 'entry', 'stamp'])
      await database.knex(`seance_attendance_${table}`).delete();
    await storeLog(new KnexUnitOfWork(database.open), { closedAt });
  });

  const stamped = async (end?: Parameters<AttendanceSealRepository['endStamp']>[2]) => {
    const stamp = { number: 1, content: '', digest: 'abc', createdAt, token: null };
    await seals((all) => all.addStamp(stamp, [], claim));
    if (end) await seals((all) => all.endStamp(1, claim, end));
  };

  it('is that there is none, which is as it is without a service', async () => {
    expect(await found()).to.deep.equal([
      { says: 'Closed presence is not stamped; 1 half-days are closed.' },
    ]);
  });

  it('is which one is the last, and how much waits', async () => {
    await stamped({ der: 'token', at: createdAt });

    expect(await found()).to.deep.equal([
      {
        says: `The last stamp of presence is 1, stamped at ${createdAt}, with the digest abc; 1 half-days wait for the next one.`,
      },
    ]);
  });

  it('is why the service did not answer, and whose address is to be mended', async () => {
    await stamped({ fault: 'It refuses.' });

    const [problem] = await found();
    expect(problem?.says).to.equal(`The stamp 1 of presence, of ${createdAt}, has no token: It refuses.`);
    expect(problem?.advice).to.contain('TSA_URL');
  });

  it('is that nobody stamps what was closed after the last one, three days on', async () => {
    await stamped({ der: 'token', at: createdAt });
    await database.knex('seance_attendance_slot').update({ closed_at: '2026-11-22T11:00:00Z' });

    expect((await found('2026-11-25T11:00:00Z'))[0]).not.to.have.property('advice');
    expect((await found('2026-11-25T11:00:01Z'))[0]?.advice).to.contain('a service of time-stamps');
  });
});
