import { expect } from 'chai';
import {
  basePathOf,
  pathOf,
  placeholdersOf,
  routerPath,
  valuesAt,
  valuesIn,
} from '../../../src/adapters/http/path-template.js';

describe('A path template', () => {
  it('names its placeholders, with an ending or without', () => {
    expect(placeholdersOf('/spaces/{space}/seances/{id}.ics')).to.deep.equal(['space', 'id']);
  });

  it('becomes a path with values that may hold anything', () => {
    expect(pathOf('/spaces/{space}/seances/{id}.ics', { space: 'a/b ü', id: '7' })).to.equal(
      '/spaces/a%2Fb%20%C3%BC/seances/7.ics',
    );
  });

  it('is not filled without a value for each placeholder', () => {
    // @ts-expect-error a séance is named by its space too
    expect(pathOf('/spaces/{space}/seances/{id}', { id: '7' })).to.equal('/spaces//seances/7');
  });

  it('is asked of the router by its names, an ending being a part of what matches', () => {
    expect(routerPath('/feeds/{token}.ics')).to.equal('/feeds/:token{[^/]+\\.ics}');
    expect(routerPath('/spaces/{space}')).to.equal('/spaces/:space');
  });

  it('gives back what its placeholders stand for, without their endings', () => {
    expect(valuesIn('/spaces/{space}/seances/{id}.ics')({ space: 's', id: '7.ics' })).to.deep.equal({
      space: 's',
      id: '7',
    });
  });

  it('knows its paths from those of others, and what its placeholders stand for in them', () => {
    const at = (path: string) => valuesAt('/spaces/{space}/seances/{id}.ics', path);

    expect(at('/spaces/a%2Fb%20%C3%BC/seances/7.ics')).to.deep.equal({ space: 'a/b ü', id: '7' });
    for (const other of [
      '/spaces/s/seances/7',
      '/spaces/s/seances/.ics',
      '/spaces/s/seances/7.ics/',
      '/spaces//seances/7.ics',
      '/spaces/s/groups/7.ics',
      '/spaces/%E0/seances/7.ics',
      '/spaces/s/seances',
    ])
      expect(at(other), other).to.equal(undefined);
  });
});

describe('The base path', () => {
  it('starts with a slash and does not end with one, however it is given', () => {
    expect(['plugins/seances/', '/plugins//seances', '/', ''].map(basePathOf)).to.deep.equal([
      '/plugins/seances',
      '/plugins/seances',
      '',
      '',
    ]);
  });
});
