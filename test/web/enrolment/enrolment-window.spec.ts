import { expect } from 'chai';
import french from '../../../src/locales/fr.json' with { type: 'json' };
import { Locale } from '../../../src/web/core/locale.js';
import {
  leaveRefusalNow,
  momentText,
  refusalNow,
  refusalText,
} from '../../../src/web/enrolment/enrolment-window.js';

const locale = new Locale('fr', french.tool, ['fr-BE']);
const zone = 'Europe/Brussels';
const seance = {
  ...{ timeZone: zone, enrolmentRefusal: 'enrolment-not-open' as const },
  ...{ enrolmentOpens: '2026-12-07T09:00', enrolmentCloses: '2026-12-09T18:00' },
};
const at = (instant: string) => Date.parse(instant);

describe('When the reader may enrol themselves', () => {
  it('is from the minute on in which enrolment opens, until it closes, by the clocks of the séance', () => {
    expect(refusalNow(seance, at('2026-12-07T07:59:59Z'))).to.equal('enrolment-not-open');
    expect(refusalNow(seance, at('2026-12-07T08:00:00Z'))).to.equal(null);
    expect(refusalNow(seance, at('2026-12-09T17:00:00Z'))).to.equal('enrolment-closed');
    expect(refusalNow({ ...seance, enrolmentRefusal: null }, at('2026-12-09T17:00:00Z'))).to.equal(
      'enrolment-closed',
    );
  });

  it('is also the time to leave', () => {
    const taken = { ...seance, leaveRefusal: null };
    expect(leaveRefusalNow(taken, at('2026-12-09T16:59:59Z'))).to.equal(null);
    expect(leaveRefusalNow(taken, at('2026-12-09T17:00:00Z'))).to.equal('enrolment-closed');
    expect(
      leaveRefusalNow({ ...taken, leaveRefusal: 'seance-cancelled' }, at('2026-12-09T17:00:00Z')),
    ).to.equal('seance-cancelled');
  });

  it('is what the server said where the séance says nothing, or something else bars', () => {
    const open = { ...seance, enrolmentOpens: null, enrolmentCloses: null };
    expect(refusalNow({ ...open, enrolmentRefusal: null }, at('2026-12-20T08:00:00Z'))).to.equal(null);
    expect(
      refusalNow({ ...seance, enrolmentRefusal: 'seance-cancelled' }, at('2026-12-20T08:00:00Z')),
    ).to.equal('seance-cancelled');
  });

  it('is said in a sentence, and in the few words of a row', () => {
    expect(refusalText('enrolment-not-open', seance, locale, zone)).to.equal(
      'Les inscriptions ouvrent le lundi 7 décembre 2026 à 09:00.',
    );
    expect(refusalText('seance-cancelled', seance, locale, zone, true)).to.equal('Séance annulée');
  });

  it('is said by the clocks of the reader, and after them by those of the séance', () => {
    const far = { ...seance, timeZone: 'America/Montreal' };
    expect(momentText('2026-12-07T09:00', far, locale, zone)).to.equal(
      'lundi 7 décembre 2026 à 15:00 (09:00 à Montréal)',
    );
  });
});
