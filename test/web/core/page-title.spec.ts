import { expect } from 'chai';
import { PageTitle } from '../../../src/web/core/page-title.js';
import { FakeHost } from '../fake-host.js';

describe("A page's title", () => {
  const document = { title: '' };
  let host: FakeHost;
  let name: string | undefined;

  before(() => Object.defineProperty(globalThis, 'document', { value: document, configurable: true }));
  after(() => Reflect.deleteProperty(globalThis, 'document'));

  beforeEach(() => {
    document.title = 'Séances · Host';
    host = new FakeHost();
    name = undefined;
    new PageTitle(host, () => name);
  });

  const titled = (page: string | undefined) => {
    name = page;
    host.update();
    return document.title;
  };

  it('has the name of the page before the title of the host, and the latter alone without one', () => {
    expect(titled('Atelier')).to.equal('Atelier – Séances · Host');
    expect(titled('Corbeille')).to.equal('Corbeille – Séances · Host');
    expect(titled(undefined)).to.equal('Séances · Host');
  });

  it('is turned by no name from right to left', () => {
    expect(titled('סדנה')).to.equal('\u2068סדנה\u2069 – Séances · Host');
  });

  it('is the name alone where the host has none', () => {
    document.title = '';
    expect(titled('Atelier')).to.equal('Atelier');
  });

  it("is the host's again when the element goes", () => {
    titled('Atelier');
    host.disconnect();
    expect(document.title).to.equal('Séances · Host');
  });

  it('follows what the host makes of it, and leaves that alone', () => {
    titled('Atelier');
    document.title = '(1) Host';
    expect(titled('Atelier')).to.equal('Atelier – (1) Host');
    document.title = 'Elsewhere';
    host.disconnect();
    expect(document.title).to.equal('Elsewhere');
  });
});
