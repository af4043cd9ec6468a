import { expect } from 'chai';
import type { Notice } from '../../../src/web/notice/notice.js';
import { noticeLines } from '../../../src/web/notice/notice-lines.js';

/** A notice about so many séances. */
function notice(count: number, text: string): Notice {
  const seances = Array.from({ length: count }, (_, index) => ({
    ...{ id: `s${index}`, name: 'Latin', spaceId: 'demo', spaceName: 'Démo', url: null },
    ...{ start: '2027-03-10T09:00', timeZone: 'UTC' },
  }));
  return { id: 'n', kind: 'change', at: '', readAt: null, seances, text, data: { changes: [] } };
}

const idsOf = ({ others }: ReturnType<typeof noticeLines>) => others.map(({ seance }) => seance?.id);

describe('The lines of a notice', () => {
  it('are one, of its séance, where there is one', () => {
    const { head, others } = noticeLines(notice(1, 'Latin a lieu à 11:00.'));
    expect(head).to.deep.include({ text: 'Latin a lieu à 11:00.' });
    expect(head.seance?.id).to.equal('s0');
    expect(others).to.deep.equal([]);
  });

  it('are of no séance where all are gone', () => {
    expect(noticeLines(notice(0, 'Latin')).head.seance).to.equal(undefined);
  });

  it('are one of all, and one of each', () => {
    const lines = noticeLines(notice(2, '2 séances changent :\nLatin 1\nLatin 2'));
    expect(lines.head.seance).to.equal(undefined);
    expect(idsOf(lines)).to.deep.equal(['s0', 's1']);
  });

  it('are of no séance in the one that counts the rest', () => {
    const each = Array.from({ length: 20 }, (_, index) => `Latin ${index}`);
    const ids = idsOf(noticeLines(notice(23, ['23 :', ...each, 'et 3 autres.'].join('\n'))));
    expect(ids).to.have.length(21);
    expect([ids[0], ids[19], ids[20]]).to.deep.equal(['s0', 's19', undefined]);
  });

  it('are of no séance where it is not certain of which', () => {
    expect(idsOf(noticeLines(notice(2, 'Inscriptions :\nA\nB\nC')))).to.deep.equal([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
