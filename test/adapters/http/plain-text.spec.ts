import { expect } from 'chai';
import { plainText } from '../../../src/adapters/http/plain-text.js';

describe('plainText', () => {
  const text = 'BEGIN:VCALENDAR\r\nSUMMARY:Congé d’été 😀\r\n';

  it('reads UTF-8, and UTF-16 in either order, with a byte order mark or without', () => {
    const utf16 = (written: string) => Buffer.from(written, 'utf16le');
    for (const bytes of [
      Buffer.from(text),
      Buffer.from(`\ufeff${text}`),
      utf16(text),
      utf16(`\ufeff${text}`),
      utf16(text).swap16(),
      utf16(`\ufeff${text}`).swap16(),
    ])
      expect(plainText(bytes)).to.equal(text);
  });

  it('reads a line that is no UTF-8 as one of Windows, and the others as they are', () => {
    const bytes = Buffer.concat([
      Buffer.from('Noël\r\n'),
      Buffer.from('Congé\r\n', 'latin1'),
      Buffer.from('Été'),
    ]);
    expect(plainText(bytes)).to.equal('Noël\r\nCongé\r\nÉté');
  });

  it('reads a letter that a fold goes through', () => {
    const bytes = Buffer.from('Congé d’été\nNoël');
    const at = bytes.indexOf(0xa9);
    for (const fold of ['\r\n ', '\n\t', '\r ']) {
      const folded = Buffer.concat([bytes.subarray(0, at), Buffer.from(fold), bytes.subarray(at)]);
      expect(plainText(folded)).to.equal('Congé d’été\nNoël');
    }
  });

  it('reads anything, an odd number of bytes of UTF-16 too', () => {
    for (const bytes of [
      [],
      [0],
      [0xff, 0xfe, 0x41],
      [0xfe, 0xff, 0],
      [0x80, 0x81],
      [0xed, 0xa0, 0x80],
      [0x42, 0],
    ])
      expect(plainText(Uint8Array.from(bytes))).to.be.a('string');
  });
});
