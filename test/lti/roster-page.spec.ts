import { expect } from 'chai';
import { firstPageOf, readPage } from '../../src/lti/roster-page.js';

const url = 'https://lms.example/course/1/members?limit=50';

describe('A page of a roster', () => {
  const nextOf = (link: string): string | null =>
    readPage({ status: 200, headers: new Headers({ link }), text: '{"members":[]}' }, url).next;

  for (const [link, next] of [
    ['<https://lms.example/2>; rel="next"', 'https://lms.example/2'],
    ['<https://lms.example/1>; rel="current",<https://lms.example/2>; rel="next"', 'https://lms.example/2'],
    ['<https://lms.example/2>;rel=next', 'https://lms.example/2'],
    ['<https://lms.example/2>; title="a, <b>; c"; REL="last NEXT"', 'https://lms.example/2'],
    ['<https://lms.example/a,b;c>; rel="next"', 'https://lms.example/a,b;c'],
    ['<?from=50>; rel="next"', 'https://lms.example/course/1/members?from=50'],
    ['<https://lms.example/2>; rel="differences"', null],
    ['<https://lms.example/2>; rel="nextish"', null],
    ['<https://lms.example/2>', null],
    ['', null],
  ] as const)
    it(`with "${link}" has the next one at ${String(next)}`, () => {
      expect(nextOf(link)).to.equal(next);
    });

  it('is read in no time however its link is made', () => {
    expect(nextOf('<'.repeat(100_000))).to.equal(null);
    expect(nextOf(`<a>${'; x'.repeat(100_000)}`)).to.equal(null);
  });

  it('is asked for with a limit, unless the platform has given one', () => {
    expect(firstPageOf('https://lms.example/m')).to.equal('https://lms.example/m?limit=500');
    expect(firstPageOf('https://lms.example/m?a=%20b')).to.equal('https://lms.example/m?a=%20b&limit=500');
    expect(firstPageOf(url)).to.equal(url);
  });
});
