import { expect } from 'chai';
import { adminRoute, type Reply, spaceRoute } from '../../../src/adapters/http/route.js';
import { object } from '../../../src/adapters/http/schemas/object.js';
import { count, word } from '../../../src/adapters/http/schemas/values.js';
import type { Visit } from '../../../src/application/access/space-access.js';

const row = { method: 'POST', operationId: 'walk', summary: 'Walks.', refusals: [] } as const;
const path = '/spaces/{space}/walks/{id}';
const answer = { status: 200, description: 'Walked.' };
const walked = { ...answer, schema: { name: 'Walk', schema: object({ steps: count }) } };
const nothing: Promise<Reply> = Promise.resolve({ status: 204 });

/** Stands for a use case that somebody may only be led to who has the permission. */
const edit = (_visit: Visit<'edit'>) => nothing;

describe('A row of the route table', () => {
  it('hands over what its path names, and nothing else', () => {
    spaceRoute({
      ...row,
      path,
      permission: 'open',
      answer,
      handle: ({ params }) => {
        // @ts-expect-error the path does not name it
        const { walker } = params;
        return params.id === walker ? nothing : nothing;
      },
    });
  });

  it('hands over a query and a body as their schemas read them', () => {
    const schemas = {
      query: object({ speed: count }),
      body: { name: 'WalkInput', schema: object({ name: word }) },
    };
    adminRoute({
      ...row,
      ...schemas,
      path,
      answer,
      handle: ({ query, body }) => {
        const known: readonly [number, string] = [query.speed, body.name];
        // @ts-expect-error the schema of the query does not know it
        const { pace } = query;
        return pace === known ? nothing : nothing;
      },
    });
  });

  it('answers what its schema says', () => {
    const right = { ...row, path, answer: walked };
    adminRoute({ ...right, handle: () => Promise.resolve({ status: 200, body: { steps: 3 } }) });
    // @ts-expect-error steps are counted
    adminRoute({ ...right, handle: () => Promise.resolve({ status: 200, body: { steps: 'three' } }) });
    // @ts-expect-error a row without a schema answers without a body
    adminRoute({ ...right, answer, handle: () => Promise.resolve({ status: 200, body: { steps: 3 } }) });
  });

  it('of a space names the space in its path', () => {
    const open = { ...row, permission: 'open', answer, handle: () => nothing } as const;
    expect(spaceRoute({ ...open, path }).path).to.equal(path);
    // @ts-expect-error nobody could be let in
    spaceRoute({ ...open, path: '/walks/{id}' });
  });

  it('leads to a use case only with a visit that proves what the use case needs', () => {
    const mayEdit = spaceRoute({
      ...row,
      path,
      permission: 'edit',
      answer,
      handle: ({ visit }) => edit(visit),
    });
    // @ts-expect-error who may open a space may not edit in it
    spaceRoute({ ...row, path, permission: 'open', answer, handle: ({ visit }) => edit(visit) });
    // @ts-expect-error nor may who manages enrolments
    spaceRoute({ ...row, path, permission: 'enrol', answer, handle: ({ visit }) => edit(visit) });

    expect(mayEdit.permission).to.equal('edit');
  });
});
