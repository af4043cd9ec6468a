import { expect } from 'chai';
import english from '../../../src/locales/en.json' with { type: 'json' };
import { wholeText } from '../../../src/web/core/failure-message.js';
import { sortProblems } from '../../../src/web/core/field-problems.js';
import { Locale } from '../../../src/web/core/locale.js';
import { RequestFailure, type FieldProblem } from '../../../src/web/core/request-failure.js';

const locale = new Locale('en', english.tool, ['en-GB']);
const problem = (pointer: string, message: string): FieldProblem => ({ pointer, message, code: 'empty' });
const fieldOf = (property: string): string | undefined => (property === 'name' ? 'name' : undefined);

describe('What a server says about the fields of a form', () => {
  it('is said at each field, all of it, and what has no field is left for the whole', () => {
    const fields = [
      problem('/name', 'Too long.'),
      problem('/name', 'Taken.'),
      problem('/name', 'Taken.'),
      problem('/ids/0', 'Gone.'),
    ];
    expect(sortProblems(new RequestFailure('refused', { fields }), fieldOf)).to.deep.equal({
      errors: { name: 'Too long. Taken.' },
      others: ['Gone.'],
    });
  });

  it('is said at a field that is inside another property', () => {
    const fields = [problem('/rule/until', 'Too early.'), problem('/rule/colour', 'Unknown.')];
    const inside = (property: string, inner?: string) =>
      property === 'rule' && inner === 'until' ? inner : undefined;
    expect(sortProblems(new RequestFailure('refused', { fields }), inside)).to.deep.equal({
      errors: { until: 'Too early.' },
      others: ['Unknown.'],
    });
  });

  it('is said in the form’s own words where it has some', () => {
    const fields = [problem('/name', 'Too long.'), problem('/ids/0', 'Gone.')];
    const sorted = sortProblems(new RequestFailure('refused', { fields }), fieldOf, () => 'Shorter, please.');
    expect(sorted).to.deep.equal({ errors: { name: 'Shorter, please.' }, others: ['Gone.'] });
  });
});

describe('A refusal of several things', () => {
  it('names each of them once', () => {
    const fields = [problem('/ids/0', '“A” – gone.'), problem('/ids/1', '“B” – gone.')];
    const failure = new RequestFailure('refused', { detail: 'Two are gone.', fields });
    expect(wholeText(failure, locale)).to.equal('Two are gone. “A” – gone. “B” – gone.');
    const many = Array.from({ length: 20 }, (_, index) => problem(`/ids/${index}`, `${index} is gone.`));
    const long = wholeText(new RequestFailure('refused', { detail: 'Gone.', fields: many }), locale);
    expect(long).to.match(/^Gone\. 0 is gone\..* 4 is gone\. and 15 others$/);
    const single = new RequestFailure('refused', { detail: '“A” – gone.', fields: fields.slice(0, 1) });
    expect(wholeText(single, locale)).to.equal('“A” – gone.');
  });
});
