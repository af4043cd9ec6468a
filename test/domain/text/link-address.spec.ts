import { expect } from 'chai';
import { linkAddress } from '../../../src/domain/text/link-address.js';

describe('linkAddress', () => {
  const addresses: readonly [string, string | undefined][] = [
    ['https://www.ex.org/a?b=1#c', 'https://www.ex.org/a?b=1#c'],
    [' HTTP://ex.org\n', 'HTTP://ex.org'],
    ['www.ex.org', 'https://www.ex.org'],
    ['WWW.ex.org:8080/plan', 'https://WWW.ex.org:8080/plan'],
    ['//host.org/x', 'https://host.org/x'],
    ['jean@exemple.org', 'mailto:jean@exemple.org'],
    ['jean@exemple.org?subject=Plan', 'mailto:jean@exemple.org?subject=Plan'],
    ['mailto:jean@exemple.org', 'mailto:jean@exemple.org'],
    ['tel:+3221234567', 'tel:+3221234567'],
    ...[
      'plan.html',
      '/x',
      './x',
      '../x',
      '#a',
      '?q',
      '',
      ' ',
      'ex.org',
      'localhost:3000',
      'www.',
      'www.x',
    ].map((href): [string, undefined] => [href, undefined]),
    ...[
      'javascript:alert(1)',
      'java\tscript:alert(1)',
      '\u0001javascript:x',
      'JavaScript:x',
      'data:text/html,x',
    ].map((href): [string, undefined] => [href, undefined]),
    ...['file:///etc/passwd', 'vbscript:x', 'ftp://x.org', 'blob:https://x.org/1', 'about:blank'].map(
      (href): [string, undefined] => [href, undefined],
    ),
    ...[
      'http:plan.html',
      'https:/x',
      'https:///x.org',
      'http:\\\\x.org',
      'https://',
      '\\\\x.org',
      '//',
      '///x',
    ].map((href): [string, undefined] => [href, undefined]),
    ...['mailto:', 'tel:', 'mailto://x', 'http://a b', 'jean@localhost', 'a:b@c.org'].map(
      (href): [string, undefined] => [href, undefined],
    ),
  ];
  for (const [href, address] of addresses) {
    it(`${JSON.stringify(href)} leads ${address === undefined ? 'nowhere' : `to ${address}`}`, () => {
      expect(linkAddress(href)).to.equal(address);
      if (address !== undefined) expect(linkAddress(address)).to.equal(address);
    });
  }
});
