import { expect } from 'chai';
import type { Message } from '../../../src/index.js';
import { engineOfRun, onMysql, onSqlite } from '../../support/databases.js';
import { Post } from '../../support/post.js';

const onDatabase = engineOfRun === 'mysql' ? onMysql : onSqlite;
const publicUrl = 'https://campus.example/seances';

onDatabase('A mail that its reader may end', (database) => {
  let post: Post;

  beforeEach(() => Post.clear(database));

  const open = async (options = { publicUrl }): Promise<void> => {
    post = await Post.open(database, options);
    await post.choose('trainer2', { enrolments: 'now' });
  };

  afterEach(() => post.close());

  /** What a trainer who wants it is told of somebody who comes. */
  async function mailOfEnrolment(): Promise<Message> {
    const { id } = await post.api.created({ enrolmentMode: 'public', trainerIds: ['trainer2'] });
    await post.pass(600);
    await post.eventuallySent();
    post.sent.length = 0;
    await post.enrol(id, 'learner1');
    await post.pass(600);
    return post.mailTo('trainer2');
  }

  it('says the address, which is a secret of its own and names nobody, and that one click is enough', async function () {
    this.timeout(60_000);
    await open();
    const { kind, headers } = await mailOfEnrolment();
    const other = await mailOfEnrolment();

    expect(kind).to.equal('enrolments');
    expect(headers).to.have.all.keys('List-Unsubscribe', 'List-Unsubscribe-Post');
    expect(headers?.['List-Unsubscribe-Post']).to.equal('List-Unsubscribe=One-Click');
    expect(headers?.['List-Unsubscribe']).to.match(
      /^<https:\/\/campus\.example\/seances\/api\/v1\/unsubscribe\/[\w-]{43}>$/,
    );
    expect(other.headers?.['List-Unsubscribe']).not.to.equal(headers?.['List-Unsubscribe']);
    const token = /([\w-]{43})>$/.exec(headers?.['List-Unsubscribe'] ?? '')?.[1] ?? '';
    expect(JSON.stringify(await database.knex('seance_unsubscription'))).not.to.contain(token);
  });

  it('is ended by that address, also of the mail before, in whatever process', async function () {
    this.timeout(60_000);
    await open();
    const sent = [await mailOfEnrolment(), await mailOfEnrolment()];
    await post.close();
    post = await Post.open(database, { publicUrl });
    for (const { headers } of sent) {
      const path = new URL(/<(.*)>/.exec(headers?.['List-Unsubscribe'] ?? '')?.[1] ?? '').pathname;
      const { status } = await post.api.send('POST', path.replace('/seances/', '/'), {
        ...{ as: null, headers: { 'content-type': 'application/x-www-form-urlencoded' } },
        raw: 'List-Unsubscribe=One-Click',
      });
      expect(status).to.equal(200);
    }

    expect(await database.knex('seance_notice_preference').select('kind', 'choice')).to.deep.equal([
      { kind: 'enrolments', choice: 'never' },
    ]);
  });

  it('is a digest too, and no mail of a kind that says what became of a place or of a séance', async () => {
    await open();
    await post.choose('learner2', { change: 'daily' });
    await post.cancelled('A', ['learner1', 'learner2']);
    expect(await post.mailTo('learner1'))
      .to.have.property('kind', 'change')
      .and.not.to.have.property('headers');
    post.clock.advance(24 * 3_600);
    const digest = await post.mailTo('learner2');

    expect(digest.kind).to.equal('digest');
    expect(digest.headers).to.have.property('List-Unsubscribe');
  });

  for (const [what, options] of [
    ['where nobody has said under which address the plugin is found', {}],
    ['where that is in the clear', { publicUrl: 'http://campus.example/seances' }],
  ] as const)
    it(`says no address ${what}`, async () => {
      await open(options as { publicUrl: string });

      expect(await mailOfEnrolment()).not.to.have.property('headers');
    });

  it('says none when its kind is as the administrators have decided it', async () => {
    await open();
    const defaults = { place: 'now', change: 'now', information: 'now', reminder: 'now', assigned: 'now' };
    await post.settings({ locked: ['enrolments'], defaults: { ...defaults, enrolments: 'now' } });

    expect(await mailOfEnrolment()).not.to.have.property('headers');
  });
});
