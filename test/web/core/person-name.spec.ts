import { expect } from 'chai';
import { nameInText } from '../../../src/web/core/person-name.js';

describe('The name of somebody in a sentence', () => {
  it('is followed by what tells them from their namesakes, where there is something', () => {
    expect(nameInText({ name: 'Anne Durand' })).to.equal('Anne Durand');
    expect(nameInText({ name: 'Anne Durand', detail: '4711' })).to.equal('Anne Durand (4711)');
  });

  it('is turned by nothing that is written from right to left, and turns nothing itself', () => {
    expect(nameInText({ name: 'שרה כהן', detail: '12' })).to.equal('\u2068שרה כהן\u2069 (12)');
    expect(nameInText({ name: 'Anne', detail: 'شركة 12' })).to.equal('Anne (\u2068شركة 12\u2069)');
    expect(nameInText({ name: 'Anne', detail: '\u202e4711' })).to.equal('Anne (\u2068\u202e4711\u2069)');
  });
});
