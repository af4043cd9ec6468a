import { expect } from 'chai';
import { parseOnlineUrl } from '../../../src/domain/seance/online-class.js';

describe('The address of an online class', () => {
  for (const address of [
    'https://classe.example.org/j/1234?pwd=a%20b#salle',
    'HTTPS://meet.example.org',
    'https://[2001:db8::1]:8443/',
    'https://école.example/salle',
  ])
    it(`may be ${address}, and stays as it was written`, () => {
      expect(parseOnlineUrl(` ${address} `)).to.equal(address);
    });

  for (const address of [
    'http://meet.example.org/1',
    'javascript:alert(1)',
    'https:plan.html',
    'https:///meet',
    '//meet.example.org',
    'meet.example.org',
    'data:text/html,x',
    'https://user:secret@meet.example.org/',
    'https://meet.example.org/a b',
    'https://meet.example.org/\nX-Other: 1',
    'https://exa mple.org',
    'https://[::1',
    '',
  ])
    it(`is none that anybody is led to by ${JSON.stringify(address)}`, () => {
      expect(parseOnlineUrl(address)).to.equal(undefined);
    });
});
