import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { createGenerator } from 'ts-json-schema-generator';
import { RemoteSchema } from '../../src/remote/remote-schema.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const file = `${root}docs/reference/remote.schema.json`;

/** `UPDATE_REMOTE_SCHEMA=1` writes it anew after a port of the host contract was changed. */
const update = process.env['UPDATE_REMOTE_SCHEMA'] === '1';

describe('The schema of what a platform that is not in Node is asked', () => {
  it('is written from the types of the ports', () => {
    const schema = createGenerator({
      path: `${root}src/remote/protocol.ts`,
      tsconfig: `${root}tsconfig.json`,
      type: 'RemoteProtocol',
      // What a newer platform or plugin adds is no fault.
      additionalProperties: true,
      skipTypeCheck: true,
    }).createSchema('RemoteProtocol');
    const text = `${JSON.stringify(schema, null, 2)}\n`;
    if (update) writeFileSync(file, text);

    expect(readFileSync(file, 'utf8')).to.equal(text);
  }).timeout(30_000);

  it('says of an answer where it is none', () => {
    const schema = new RemoteSchema();
    const space = { id: 'demo', name: 'Démo', colour: 'blue' };
    expect(schema.faultOfResult('directory.space', space)).to.equal(undefined);
    expect(schema.faultOfResult('directory.space', null)).to.equal(undefined);
    expect(schema.faultOfResult('directory.space', { id: 7, name: 'Démo' })).to.include({ pointer: '/id' });
    expect(schema.faultOfResult('directory.learners', { items: [{ id: 'a' }], total: 1 })).to.include({
      pointer: '/items/0/name',
      code: 'required',
    });
    expect(schema.faultOfResult('directory.learnerCount', '12')).to.include({ code: 'wrong-type' });
  });

  it('says of an event where it is none', () => {
    const schema = new RemoteSchema();
    const renamed = { type: 'user.renamed', userId: 'a', name: 'A B', firstName: 'A' };
    expect(schema.faultOfEvent({ ...renamed, lastName: 'B' })).to.equal(undefined);
    expect(schema.faultOfEvent(renamed)).to.include({ pointer: '/lastName', code: 'required' });
    expect(schema.faultOfEvent({ type: 'user.gone', userId: 7 })).to.include({
      pointer: '/userId',
      code: 'wrong-type',
    });
    for (const [event, code] of [
      [{ type: 'user.born', userId: 'a' }, 'not-allowed'],
      [{ userId: 'a' }, 'required'],
      [null, 'required'],
      [[], 'required'],
      ['user.gone', 'required'],
    ] as const)
      expect(schema.faultOfEvent(event), JSON.stringify(event)).to.include({ pointer: '/type', code });
  });
});
