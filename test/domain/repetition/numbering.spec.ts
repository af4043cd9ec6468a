import { expect } from 'chai';
import fc from 'fast-check';
import { baseName, lastNumber, numberedName } from '../../../src/domain/repetition/numbering.js';

const names = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 255 })
  .filter((name) => name.length <= 255);
const numbers = fc.integer({ min: 1, max: 5_000 });

describe('The numbers in names', () => {
  it('are put after the name, and taken off again', () => {
    expect(numberedName('Atelier', 1)).to.equal('Atelier [1]');
    expect(baseName('Atelier [12]')).to.equal('Atelier');
    expect(numberedName('Atelier', null)).to.equal('Atelier');
  });

  it('are taken off once, and only when they are a number at the end', () => {
    expect(baseName('Atelier [1] [2]')).to.equal('Atelier [1]');
    expect(baseName('Atelier [a]')).to.equal('Atelier [a]');
    expect(baseName('Atelier[1]')).to.equal('Atelier[1]');
    expect(baseName('[1] Atelier')).to.equal('[1] Atelier');
  });

  it('leave a name that would be empty without them as it is', () => {
    expect(baseName(' [1]')).to.equal(' [1]');
  });

  it('never make a name longer than 255 characters, and always stand at its end', () => {
    fc.assert(
      fc.property(names, numbers, (name, number) => {
        const numbered = numberedName(name, number);
        expect(numbered.length).to.be.at.most(255);
        expect(numbered.endsWith(` [${number}]`)).to.equal(true);
        expect(name.startsWith(numbered.slice(0, -` [${number}]`.length))).to.equal(true);
      }),
    );
  });

  it('never cut a character of two units in half', () => {
    const numbered = numberedName('𝄞'.repeat(127), 1);

    expect(() => encodeURIComponent(numbered)).not.to.throw();
    expect(numbered).to.equal(`${'𝄞'.repeat(125)} [1]`);
  });

  it('are the same on a name that has been numbered before, whatever its length', () => {
    fc.assert(
      fc.property(names, numbers, numbers, (name, one, other) => {
        const first = numberedName(name, one);
        const second = numberedName(baseName(first), other);
        expect(baseName(second).startsWith(baseName(first).slice(0, 240))).to.equal(true);
        expect(second.endsWith(` [${other}]`)).to.equal(true);
      }),
    );
  });

  it('go on after the highest of the series, or after that of the source when it is higher', () => {
    expect(lastNumber({ name: 'Atelier' }, null)).to.equal(0);
    expect(lastNumber({ name: 'Atelier' }, 7)).to.equal(7);
    expect(lastNumber({ name: 'Atelier [3]' }, null)).to.equal(3);
    expect(lastNumber({ name: 'Atelier [3]' }, 7)).to.equal(7);
    expect(lastNumber({ name: 'Atelier [9]' }, 7)).to.equal(9);
  });

  it('are not read from within a name, nor without the blank before them', () => {
    for (const name of [
      'Atelier [3] bis',
      'Atelier[3]',
      'Atelier [3',
      'Atelier 3]',
      'Atelier [x]',
      'Atelier [3] ',
    ]) {
      expect(lastNumber({ name }, null), name).to.equal(0);
      expect(baseName(name), name).to.equal(name);
    }
    expect(lastNumber({ name: 'Atelier [123456789]' }, null)).to.equal(123_456_789);
  });

  it('fit a name of 255 characters to the last one', () => {
    expect(numberedName('a'.repeat(251), 1)).to.equal(`${'a'.repeat(251)} [1]`);
    expect(numberedName('a'.repeat(252), 1)).to.equal(`${'a'.repeat(251)} [1]`);
    expect(numberedName('a'.repeat(251), 10)).to.equal(`${'a'.repeat(250)} [10]`);
  });

  it('keep half characters that somebody wrote, but where the name is cut', () => {
    expect(numberedName('a\uD834b', 1)).to.equal('a\uD834b [1]');
    expect(numberedName(`\uD834${'a'.repeat(260)}`, 1)).to.equal(`\uD834${'a'.repeat(250)} [1]`);
    expect(numberedName(`${'a'.repeat(250)}\uDD1Eb`, 1)).to.equal(`${'a'.repeat(250)}\uDD1E [1]`);
  });

  it('are not read from a name that only looks numbered by more digits than a number has', () => {
    expect(lastNumber({ name: 'Atelier [99999999999]' }, null)).to.equal(0);
  });
});
