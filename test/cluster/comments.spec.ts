import { expect } from 'chai';
import type { CommentView } from '../../src/application/comment/comment-view.js';
import { Campus } from '../application/repetition/campus/campus.js';
import { onCluster } from '../support/clusters.js';
import { inOrder } from '../support/event-order.js';
import { Random } from '../support/random.js';

/** Of each of the people of each node; CLUSTER_OPERATIONS asks for fewer, or more. */
const operations = Math.ceil(Number(process.env['CLUSTER_OPERATIONS'] ?? 500) / 20);
const peopleOfNode = 3;

interface Trail {
  readonly type: string;
  readonly commentId: string;
  readonly before?: string;
  readonly after?: string;
}

onCluster('Comments of one séance, written on every node of a cluster', (cluster) => {
  let campuses: readonly Campus[];
  let id: string;
  /** What each acknowledged request did. */
  const done: string[] = [];
  let busy = 0;

  before('lets people write, and rewrite and delete what others wrote', async function () {
    this.timeout(300_000);
    campuses = cluster.openings.map(({ knex }) => new Campus(knex));
    ({ id } = await (campuses[0] as Campus).create());
    await cluster.nodes.agreed();
    const known: string[] = [];
    const people = campuses.flatMap((campus) => Array<Campus>(peopleOfNode).fill(campus));
    await Promise.all(people.map((campus, index) => write(campus, new Random(index + 1), known)));
    await cluster.nodes.agreed();
  });

  async function write(campus: Campus, random: Random, known: string[]): Promise<void> {
    for (let number = 0; number < operations; number += 1) {
      const dice = random.next();
      const content = `<p>Text ${random.whole(1, 1_000_000)}</p>`;
      if (known.length === 0 || dice < 0.4) {
        const added = await send<CommentView>(campus, 'POST', '', { content });
        if (added) known.push(added.id);
      } else {
        // The latest: others are at it too.
        const one = random.among(known.slice(-3));
        if (dice < 0.8) await send(campus, 'PATCH', `/${one}`, { content });
        else await send(campus, 'DELETE', `/${one}`);
      }
    }
  }

  async function send<T>(
    campus: Campus,
    method: string,
    rest: string,
    body?: object,
  ): Promise<T | undefined> {
    const answer = await campus.request<T>(method, `demo/seances/${id}/comments${rest}`, body);
    expect(answer.status, JSON.stringify(answer.body)).to.be.oneOf([200, 201, 204, 404, 503]);
    if (answer.status === 503) busy += 1;
    if (answer.status >= 400) return undefined;
    done.push(method);
    return answer.body;
  }

  async function trail(): Promise<readonly Trail[]> {
    const events = cluster.open.knex('seance_event').where({ seance_id: id }).select('type', 'data');
    const rows = (await inOrder(events.andWhere('type', 'like', 'comment.%'))) as {
      type: string;
      data: string;
    }[];
    return rows.map(({ type, data }) => ({ type, ...(JSON.parse(data) as Omit<Trail, 'type'>) }));
  }

  it('are seldom too many at once', () => {
    console.log(`      ${busy} of ${operations * peopleOfNode * campuses.length} answers were 503 busy`);
    expect(busy / (operations * peopleOfNode * campuses.length)).to.be.below(0.01);
  });

  it('are as many as the séance counts, on each node', async () => {
    for (const campus of campuses) {
      const { commentCount } = await campus.get(id);
      const { body } = await campus.request<{ total: number }>('GET', `demo/seances/${id}/comments`);
      const writes = (method: string) => done.filter((one) => one === method).length;
      expect([commentCount, body.total]).to.deep.equal(Array(2).fill(writes('POST') - writes('DELETE')));
    }
  });

  it('have a history in which each change follows from the one before, to what is there now', async () => {
    const texts = new Map<string, string | undefined>();
    const torn: Trail[] = [];
    const events = await trail();
    for (const event of events) {
      if (event.before !== texts.get(event.commentId)) torn.push(event);
      texts.set(event.commentId, event.after);
    }
    const { body } = await (campuses[0] as Campus).request<{ items: readonly CommentView[] }>(
      'GET',
      `demo/seances/${id}/comments?size=all`,
    );
    const left = [...texts].flatMap(([commentId, text]) =>
      text === undefined ? [] : [[commentId, text] as const],
    );

    expect(torn).to.deep.equal([]);
    expect(new Map(left)).to.deep.equal(
      new Map(body.items.map(({ id: commentId, content }) => [commentId, content.replace(/<\/?p>/g, '')])),
    );
  });

  it('have each acknowledged change in their history, once', async () => {
    const changes = { POST: 'comment.added', PATCH: 'comment.edited', DELETE: 'comment.deleted' } as const;
    const events = await trail();
    for (const [method, type] of Object.entries(changes))
      expect(events.filter((event) => event.type === type).length, type).to.equal(
        done.filter((one) => one === method).length,
      );
  });
});
