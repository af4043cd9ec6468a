import { expect } from 'chai';
import fc from 'fast-check';
import { localPath } from '../../demo/local-path.js';

describe('localPath', () => {
  it('keeps the path and the query of a page of this host', () => {
    expect(localPath('/spaces/demo/tools/seances?page=2&q=été')).to.equal(
      '/spaces/demo/tools/seances?page=2&q=%C3%A9t%C3%A9',
    );
  });

  for (const address of [
    'https://example.org/',
    '//example.org/',
    '/\\example.org',
    '/\t/example.org',
    '/.//example.org',
    '/a/..//example.org',
    'spaces/demo',
    'javascript:alert(1)',
    '',
  ]) {
    it(`leads to the start instead of to ${JSON.stringify(address)}`, () => {
      expect(localPath(address)).to.equal('/');
    });
  }

  it('never leads to another host, whatever it is given', () => {
    const pieces = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '//',
      '@',
      ':',
      '\t',
      '\n',
      'example.org',
      '%2f',
      '?',
      '#',
      'a',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const address = localPath(`/${parts.join('')}`);
        expect(new URL(address, 'http://here.example').host).to.equal('here.example');
      }),
    );
  });
});
