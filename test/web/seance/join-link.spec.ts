import { expect } from 'chai';
import { doorOf } from '../../../src/web/seance/join-link.js';

const seance = {
  cancelled: null,
  onlineUrl: 'https://classe.example.org/',
  startsAt: '2026-12-07T09:00:00Z',
  endsAt: '2026-12-07T10:00:00Z',
};
const at = (instant: string) => doorOf(seance, Date.parse(instant));

describe('The door of an online class', () => {
  it('is open from 15 minutes before the start until the end', () => {
    expect(at('2026-12-07T08:44:59Z')).to.equal('closed');
    expect(at('2026-12-07T08:45:00Z')).to.equal('open');
    expect(at('2026-12-07T09:59:59Z')).to.equal('open');
    expect(at('2026-12-07T10:00:00Z')).to.equal('over');
  });

  it('is none where there is no class, or when it is cancelled', () => {
    expect(doorOf({ ...seance, onlineUrl: null })).to.equal(undefined);
    const cancelled = { at: '2026-12-01T09:00:00Z', by: { id: 't', name: 'T' }, reason: '' };
    expect(doorOf({ ...seance, cancelled })).to.equal(undefined);
  });
});
