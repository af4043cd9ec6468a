import { expect } from 'chai';
import { brief } from '../../../src/web/core/brief.js';

describe('A name by a button', () => {
  it('is whole as long as it is short', () => {
    expect(brief('Atelier 5', 9)).to.equal('Atelier 5');
  });

  it('is cut when it is long, and never within a sign', () => {
    expect(brief('Atelier 5', 8)).to.equal('Atelier…');
    expect(brief('🎓🎓🎓🎓', 3)).to.equal('🎓🎓…');
  });
});
