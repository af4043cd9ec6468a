import { expect } from 'chai';
import { qrDrawing } from '../../../src/web/attendance/projector-code.js';

const address = 'https://formation.example.org/plugins/seances/check-in#KQMT-4821';

describe('The QR code of a check-in', () => {
  it('is drawn with its quiet zone, beginning with the corner that readers look for', () => {
    const { size, path } = qrDrawing(address);
    expect(size).to.equal(37 + 8);
    expect(path.startsWith('M4 4h7v1h-7z')).to.equal(true);
    const runs = [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g)];
    expect(runs.map(([run]) => run).join('')).to.equal(path);
    for (const [, x, y, width, back] of runs) {
      expect(Number(x)).to.be.at.least(4);
      expect(Number(y)).to.be.within(4, size - 5);
      expect(Number(x) + Number(width)).to.be.at.most(size - 4);
      expect(width).to.equal(back);
    }
  });

  it('is another one for another code', () => {
    expect(qrDrawing(address).path).to.not.equal(qrDrawing(address.replace('4821', '4822')).path);
  });
});
