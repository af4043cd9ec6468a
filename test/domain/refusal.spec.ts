import { expect } from 'chai';
import { decideEach, Refusal, refusals, refusedSeance, within } from '../../src/domain/refusal.js';

describe('Refusal', () => {
  it('knows its kind by its code, and is recognised across copies of the package', () => {
    for (const [code, kind] of Object.entries(refusals))
      expect(new Refusal(code as keyof typeof refusals).kind).to.equal(kind);
    const foreign = Object.assign(new Error(), { [Symbol.for('seances.refusal')]: true });

    expect(
      [new Refusal('stale'), foreign, new Error('x'), null, 'stale', {}].map((error) => Refusal.is(error)),
    ).to.deep.equal([true, true, false, false, false, false]);
  });

  it('is an error with its code as its message, and no issues, unless it is told more', () => {
    const plain = new Refusal('stale');
    const issues = [{ field: ['end'], code: 'end-before-start' }] as const;
    const detailed = new Refusal('validation', issues, 'the end was 2026-12-01');

    expect(plain).to.be.instanceOf(Error);
    expect([plain.name, plain.message, plain.issues]).to.deep.equal(['Refusal', 'stale', []]);
    expect([detailed.message, detailed.issues]).to.deep.equal(['the end was 2026-12-01', issues]);
  });

  it('of one field has its values when there are any', () => {
    const issuesOf = ({ code, issues }: Refusal) => [code, issues];

    expect(issuesOf(Refusal.field('end', 'end-before-start'))).to.deep.equal([
      'validation',
      [{ field: ['end'], code: 'end-before-start' }],
    ]);
    expect(issuesOf(Refusal.field('name', 'too-long', { limit: 255 }))).to.deep.equal([
      'validation',
      [{ field: ['name'], code: 'too-long', params: { limit: 255 } }],
    ]);
  });
});

describe('decideEach', () => {
  const seances = ['a', 'b', 'c'].map((id) => ({
    ...{ id, name: `Atelier ${id}`, start: '2027-03-15T09:00', timeZone: 'Europe/Brussels' },
    capacity: 3,
  }));

  it('is what is decided of each, in their order', () => {
    expect(decideEach(seances, ({ id }) => id)).to.deep.equal(['a', 'b', 'c']);
  });

  it('refuses all of them with one refusal that names each that is refused', () => {
    const decide = ({ id }: { readonly id: string }) => {
      if (id !== 'b') throw Refusal.field('start', 'invalid-date-time');
    };

    expect(() => decideEach(seances, decide))
      .to.throw(Refusal)
      .that.deep.includes({
        code: 'validation',
        issues: [seances[0]!, seances[2]!].map((seance) => ({
          ...{ field: ['start'], code: 'invalid-date-time' },
          seance: refusedSeance(seance),
        })),
      });
  });

  it('lets a fault through as it is', () => {
    const fault = new Error('x');

    expect(() =>
      decideEach(seances, () => {
        throw fault;
      }),
    ).to.throw(fault as never);
  });
});

describe('within', () => {
  const caught = async (error: unknown): Promise<unknown> => {
    try {
      return await within('repetition', () => Promise.reject(error as Error));
    } catch (thrown) {
      return thrown;
    }
  };

  it('says of the whole what was refused of a part, and leaves all else as it is', async () => {
    const refusal = await caught(
      new Refusal(
        'too-many-occurrences',
        [{ field: ['until'], code: 'too-many-occurrences', params: { cap: 3 } }],
        'for the log',
      ),
    );
    expect(refusal).to.be.instanceOf(Refusal);
    expect(refusal).to.deep.include({
      code: 'too-many-occurrences',
      message: 'for the log',
      issues: [{ field: ['repetition', 'until'], code: 'too-many-occurrences', params: { cap: 3 } }],
    });
  });

  it('answers what was done, and lets errors be errors', async () => {
    const error = new TypeError('x');
    expect(await within('repetition', () => Promise.resolve(7))).to.equal(7);
    expect(await caught(error)).to.equal(error);
  });
});
