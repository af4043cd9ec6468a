import { expect } from 'chai';
import { windowMoved } from '../../../src/web/seance/form-values.js';

const window = { enrolmentOpens: '2026-11-02T08:00', enrolmentCloses: '2026-11-30T18:00' };

describe('When enrolment opens and closes for a séance that is moved while it is written', () => {
  it('is as many days before as until then, at the same time of day', () => {
    expect(windowMoved(window, '2026-12-01T10:00', '2027-01-05T14:30')).to.deep.equal({
      enrolmentOpens: '2026-12-07T08:00',
      enrolmentCloses: '2027-01-04T18:00',
    });
  });

  it('stays while the start is being typed, and where there is none', () => {
    expect(windowMoved(window, '', '2027-01-05T14:30')).to.deep.equal(window);
    expect(windowMoved(window, '2026-12-01T10:00', '')).to.deep.equal(window);
    const none = { enrolmentOpens: '', enrolmentCloses: '' };
    expect(windowMoved(none, '2026-12-01T10:00', '2027-01-05T14:30')).to.deep.equal(none);
  });
});
