import { expect } from 'chai';
import fc from 'fast-check';
import { baseName, numberedName } from '../../../src/domain/repetition/numbering.js';

const names = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 255 })
  .filter((name) => name.length <= 255);
const numbers = fc.integer({ min: 1, max: 5_000 });
const baseOf = (name: string, seriesNumber: number | null) => baseName({ name, seriesNumber });

describe('The numbers in names', () => {
  it('are put after the name, and taken off again', () => {
    expect(numberedName('Atelier', 1)).to.equal('Atelier [1]');
    expect(baseOf('Atelier [12]', 12)).to.equal('Atelier');
    expect(numberedName('Atelier', null)).to.equal('Atelier');
  });

  it('are taken off once', () => {
    expect(baseOf('Atelier [1] [2]', 2)).to.equal('Atelier [1]');
    expect(baseOf('Atelier [2] [2]', 2)).to.equal('Atelier [2]');
  });

  it('are those that a repetition gave, and never read from a name', () => {
    expect(baseOf('Excel [2016]', null)).to.equal('Excel [2016]');
    expect(baseOf('Excel [2016]', 3)).to.equal('Excel [2016]');
    for (const name of ['Atelier [3] bis', 'Atelier[3]', 'Atelier [3', 'Atelier 3]', 'Atelier [3] ', '[3]'])
      expect(baseOf(name, 3)).to.equal(name);
  });

  it('leave a name that would be empty without them as it is', () => {
    expect(baseOf(' [1]', 1)).to.equal(' [1]');
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
        const first = baseOf(numberedName(name, one), one);
        const second = numberedName(first, other);
        expect(baseOf(second, other).startsWith(first.slice(0, 240))).to.equal(true);
        expect(second.endsWith(` [${other}]`)).to.equal(true);
      }),
    );
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
});
