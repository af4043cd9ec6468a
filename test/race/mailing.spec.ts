import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { expect } from 'chai';
import { groupedBy } from '../../src/domain/grouped.js';
import { shiftInstant } from '../../src/domain/time/schedule.js';
import type { Mailer } from '../../src/index.js';
import { onMysql } from '../support/databases.js';
import { eventually } from '../support/eventually.js';
import { MailServer } from '../support/mail-server.js';
import { Post } from '../support/post.js';

/** As long as a claim lasts, in seconds. */
const lease = 600;
/** Three platforms start, one after the other. In milliseconds. */
const wholePlatforms = 60_000;
const learners = ['learner1', 'learner2'];
const addresses = [...learners, 'trainer2'].map((id) => `${id}@example.org`);
const nowhere: Mailer = { send: () => Promise.reject(new Error('not here')) };

onMysql('Two processes that mail what people of one database were told', (database) => {
  let server: MailServer;
  const processes: ChildProcess[] = [];

  beforeEach(async () => {
    await Post.clear(database);
    server = await MailServer.start();
  });

  afterEach(async () => {
    for (const child of processes.splice(0)) child.kill('SIGKILL');
    await server.stop();
  });

  /** Three people have a mail to get. @returns since when */
  async function told() {
    const post = await Post.open(database, {}, nowhere);
    const { id } = await post.api.created({ enrolmentMode: 'public', trainerIds: ['trainer2'] });
    for (const as of learners) await post.enrol(id, as);
    await post.api.post(`/api/v1/spaces/demo/seances/${id}/cancel`, {});
    await post.pass(600);
    await post.close();
    const at = post.clock.now();
    const untried = { mail_at: at, mail_attempts: 0, mail_claimed_by: null };
    await database.knex('seance_notice').whereNot({ kind: 'change' }).delete();
    await database.knex('seance_notice').update(untried);
    return at;
  }

  async function mailing(now: string, most = 0): Promise<ChildProcess> {
    const child = fork(
      new URL('mailing-process.ts', import.meta.url),
      [database.address, server.url, now, String(most)],
      { execArgv: ['--import', 'tsx'] },
    );
    processes.push(child);
    await once(child, 'message');
    return child;
  }

  const isNothingLeft = () =>
    eventually(async () => {
      expect(await database.knex('seance_notice').whereNotNull('mail_at')).to.deep.equal([]);
    });

  it('send each mail, and twice at most what one of them had sent and not noted when it was killed', async function () {
    this.timeout(wholePlatforms);
    const at = await told();
    const victim = await mailing(at, 2);
    expect(await once(victim, 'exit')).to.deep.equal([null, 'SIGKILL']);
    expect(server.mails).to.have.length(2);
    const survivor = await mailing(shiftInstant(at, lease + 1));
    await isNothingLeft();
    const end = once(survivor, 'exit');
    survivor.send('end');
    expect(await end).to.deep.equal([0, null]);

    const arrived = groupedBy(server.mails, ({ sentTo }) => sentTo.join());
    expect([...arrived.keys()].toSorted()).to.deep.equal(addresses);
    const ids = [...arrived.values()].map((mails) => mails.map(({ messageId }) => messageId));
    expect(ids.map(({ length }) => length).toSorted()).to.deep.equal([1, 1, 2]);
    for (const same of ids) expect(new Set(same).size).to.equal(1);
  });

  it('send each mail once when nobody is killed', async function () {
    this.timeout(wholePlatforms);
    const at = await told();
    const both = await Promise.all([mailing(at), mailing(at)]);
    await isNothingLeft();
    const ends = both.map((child) => once(child, 'exit'));
    for (const child of both) child.send('end');

    expect(await Promise.all(ends)).to.deep.equal([
      [0, null],
      [0, null],
    ]);
    expect(server.mails.map(({ sentTo }) => sentTo.join()).toSorted()).to.deep.equal(addresses);
  });
});
