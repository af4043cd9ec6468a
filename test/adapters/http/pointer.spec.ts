import { expect } from 'chai';
import { bodyPointer, pointerTo, queryPointer } from '../../../src/adapters/http/pointer.js';
import { object, optional } from '../../../src/adapters/http/schemas/object.js';
import { word } from '../../../src/adapters/http/schemas/values.js';

describe('A field that is wrong', () => {
  const route = { query: object({ size: optional(word) }) };

  it('is pointed at in the body by RFC 6901, the whole body by nothing', () => {
    expect([[], ['name'], ['ids', 3], ['a/b~c']].map(bodyPointer)).to.deep.equal([
      '',
      '/name',
      '/ids/3',
      '/a~1b~0c',
    ]);
  });

  it('is pointed at in the query by the name of its parameter', () => {
    expect(queryPointer(['size'])).to.equal('?size');
  });

  it('of a use case is where its route has a field of that name: in the query, or else in the body', () => {
    expect(pointerTo(['size'], route)).to.equal('?size');
    expect(pointerTo(['ids', 0], route)).to.equal('/ids/0');
    expect(pointerTo([], route)).to.equal('');
    expect([pointerTo(['size'], {}), pointerTo(['size'], undefined)]).to.deep.equal(['/size', '/size']);
  });
});
