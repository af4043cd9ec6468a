import { expect } from 'chai';
import { HostSeancePages } from '../../../src/adapters/host/host-seance-pages.js';

describe("The host's pages of séances", () => {
  const complaints: unknown[] = [];
  const logger = {
    info: () => undefined,
    warn: (values: object) => void complaints.push(values),
    error: () => undefined,
  };
  const addressOf = (seanceUrl: ((spaceId: string, id: string) => unknown) | undefined) =>
    new HostSeancePages(seanceUrl, logger).addressOf('a space', 's/1');

  beforeEach(() => {
    complaints.length = 0;
  });

  it('are where the host says, as an address that can stand in a text', () => {
    const url = (spaceId: string, id: string) => `https://campus.example/${spaceId}?seance=${id}&x=é`;

    expect(addressOf(url)).to.equal('https://campus.example/a%20space?seance=s/1&x=%C3%A9');
    expect(addressOf(() => 'http://localhost:3000/')).to.equal('http://localhost:3000/');
    expect(complaints).to.deep.equal([]);
  });

  it('are nowhere where the host says nothing', () => {
    expect(addressOf(undefined)).to.equal(null);
    expect(complaints).to.deep.equal([]);
  });

  const useless: readonly [what: string, url: () => unknown][] = [
    [
      'throws',
      () => {
        throw new Error('no route');
      },
    ],
    ['is relative', () => '/spaces/demo'],
    ['runs', () => 'javascript:alert(1)'],
    ['is empty', () => ''],
    ['is no text', () => undefined],
    ['is a promise', () => Promise.resolve('https://campus.example')],
    ['is a promise that fails', () => Promise.reject(new Error('later'))],
    [
      'is an object that is no text either',
      () => ({
        toString: () => {
          throw new Error('x');
        },
      }),
    ],
  ];
  for (const [what, url] of useless)
    it(`are nowhere when the address ${what}, which is logged`, () => {
      expect(addressOf(url)).to.equal(null);
      expect(complaints).to.have.length(1);
    });

  it('have one on which people subscribe, which is complained about by itself', () => {
    const broken = () => '/nowhere';
    const pages = new HostSeancePages(broken, logger, (spaceId) => `https://campus.example/${spaceId}`);
    const brokenPages = new HostSeancePages(broken, logger, broken);

    expect(pages.subscriptionOf('a space')).to.equal('https://campus.example/a%20space');
    expect(complaints).to.deep.equal([]);
    expect([brokenPages.addressOf('s', '1'), brokenPages.subscriptionOf('s')]).to.deep.equal([null, null]);
    expect(complaints).to.have.length(2);
    expect(new HostSeancePages(undefined, logger).subscriptionOf('s')).to.equal(null);
  });

  it('are complained about once, and asked for every time', () => {
    let calls = 0;
    const pages = new HostSeancePages(() => {
      calls += 1;
      if (calls < 3) throw new Error('not yet');
      return 'https://campus.example/';
    }, logger);
    const found = [1, 2, 3].map(() => pages.addressOf('demo', 's'));

    expect(found).to.deep.equal([null, null, 'https://campus.example/']);
    expect(complaints).to.have.length(1);
  });
});
