import { expect } from 'chai';
import { settingsInForce } from '../../support/settings.js';

describe('The settings in force', () => {
  const defaults = settingsInForce().of({});

  it('are what was changed over the defaults', () => {
    const changed = { retentionDays: 7, promotion: 'staff', defaultTimeZone: 'Asia/Tokyo' };

    expect(settingsInForce().of(changed)).to.deep.equal({ ...defaults, ...changed });
  });

  it('have the default of a setting whose stored value is not valid, unknown or no JSON, and the log says which', () => {
    const warnings: unknown[] = [];
    const stored = {
      retentionDays: -1,
      promotion: undefined,
      colour: 'red',
      numbering: 'yes',
      maxOccurrences: 5,
    };

    expect(settingsInForce(warnings).of(stored)).to.deep.equal({ ...defaults, maxOccurrences: 5 });
    expect(warnings).to.deep.equal([
      { setting: 'retentionDays', fault: 'too-small' },
      { setting: 'promotion', fault: 'no-json' },
      { setting: 'colour', fault: 'unknown-field' },
      { setting: 'numbering', fault: 'wrong-type' },
    ]);
  });

  it('log each setting once, however often they are read', () => {
    const warnings: unknown[] = [];
    const inForce = settingsInForce(warnings);
    for (let time = 1; time <= 3; time += 1) inForce.of({ retentionDays: -1, promotion: 'nobody' });

    expect(warnings).to.have.length(2);
  });
});
