import { createHash } from 'node:crypto';
import { expect } from 'chai';
import fc from 'fast-check';
import { noHash } from '../../../src/domain/attendance/entry.js';
import {
  isStampDue,
  readStampContent,
  type Stamp,
  stampContent,
  stampedFault,
  type StampedSlot,
  stampFaults,
} from '../../../src/domain/attendance/stamp.js';
import type { Instant } from '../../../src/domain/time/schedule.js';
import type { TimeZone } from '../../../src/domain/time/time-zone.js';
import type { WallTime } from '../../../src/domain/time/wall-time.js';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

function slotOf(seanceId: string, number = 1, more: Partial<StampedSlot> = {}): StampedSlot {
  return {
    ...{ seanceId, number, entryCount: 5, lastHash: hash(seanceId), minutes: 180, isSigned: true },
    start: '2026-12-01T09:00' as WallTime,
    end: '2026-12-01T12:00' as WallTime,
    timeZone: 'Europe/Paris' as TimeZone,
    closedAt: '2026-12-01T11:02:03Z' as Instant,
    ...more,
  };
}

const slots = fc
  .uniqueArray(fc.tuple(fc.uuid(), fc.integer({ min: 1, max: 12 }), fc.nat(), fc.boolean()), { maxLength: 8 })
  .map((drafts) =>
    drafts.map(([id, number, entryCount, isSigned]) => slotOf(id, number, { entryCount, isSigned })),
  );

/** Stamps, each about some slots, one behind the other. */
function stamps(...abouts: readonly (readonly StampedSlot[])[]): readonly Stamp[] {
  const made: Stamp[] = [];
  for (const about of abouts) {
    const content = stampContent(made.at(-1)?.digest ?? noHash, about);
    const createdAt = '2026-12-02T23:59:59Z' as Instant;
    made.push({ number: made.length + 1, content, digest: hash(content), createdAt, token: null });
  }
  return made;
}

const faultsOf = (all: readonly Stamp[]) =>
  all.flatMap((one, index) => stampFaults(one, all[index - 1], hash));

describe('A stamp', () => {
  it('says of each half-day its hours, how it was closed, and its log so far', () => {
    const content = stampContent('0f', [slotOf('b', 2), slotOf('b', 1, { isSigned: false }), slotOf('a')]);

    expect(content.split('\n')).to.deep.equal([
      '0f',
      `a 1 2026-12-01T09:00 2026-12-01T12:00 Europe/Paris 180 2026-12-01T11:02:03Z signed 5 ${hash('a')}`,
      `b 1 2026-12-01T09:00 2026-12-01T12:00 Europe/Paris 180 2026-12-01T11:02:03Z marks 5 ${hash('b')}`,
      `b 2 2026-12-01T09:00 2026-12-01T12:00 Europe/Paris 180 2026-12-01T11:02:03Z signed 5 ${hash('b')}`,
    ]);
  });

  it('says the same in whatever order half-days were found, and can be read again', () => {
    fc.assert(
      fc.property(slots, (about) => {
        const content = stampContent(noHash, about);
        expect(stampContent(noHash, about.toReversed())).to.equal(content);
        const read = readStampContent(content);
        expect(read.slots).to.have.deep.members(about);
        expect(stampContent(read.previous, read.slots)).to.equal(content);
      }),
    );
  });

  it('follows the one before, of the first nothing', () => {
    const all = stamps([slotOf('a')], [], [slotOf('b')]);
    expect(faultsOf(all)).to.deep.equal([]);
    expect(readStampContent(all[0]!.content).previous).to.equal('0'.repeat(64));
  });

  it('is made once a day', () => {
    const [stamp] = stamps([]);
    expect(isStampDue(undefined, stamp!.createdAt)).to.equal(true);
    expect(isStampDue(stamp, stamp!.createdAt)).to.equal(false);
    expect(isStampDue(stamp, '2026-12-03T00:00:00Z' as Instant)).to.equal(true);
  });

  it('shows that its content, its digest or its place is another', () => {
    const [first, second, third] = stamps([slotOf('a')], [slotOf('b')], [slotOf('c')]) as [
      Stamp,
      Stamp,
      Stamp,
    ];
    const content = second.content.replace('signed', 'marks');

    expect(faultsOf([first, { ...second, content }, third])).to.deep.equal(['stamp-changed']);
    expect(faultsOf([first, { ...second, content, digest: hash(content) }, third])).to.deep.equal([
      'stamp-out-of-order',
    ]);
    expect(faultsOf([first, { ...second, digest: hash('') }, third])).to.deep.equal([
      ...['stamp-changed', 'stamp-out-of-order'],
    ]);
    expect(faultsOf([first, third])).to.deep.equal(['stamp-missing', 'stamp-out-of-order']);
    expect(faultsOf([second, third])).to.deep.equal(['stamp-missing', 'stamp-out-of-order']);
  });
});

describe('A half-day that was stamped', () => {
  const stamped = slotOf('a');

  it('is as it was, although its log goes on', () => {
    const { entryCount: _count, lastHash, ...slot } = stamped;
    expect(stampedFault(stamped, slot, lastHash)).to.equal(undefined);
  });

  it('has another last entry, or none', () => {
    expect(stampedFault(stamped, stamped, hash('b'))).to.equal('stamped-entry-differs');
    expect(stampedFault(stamped, stamped, undefined)).to.equal('stamped-entry-missing');
  });

  it('has other hours, was closed at another time, or otherwise', () => {
    const changes: Partial<StampedSlot>[] = [
      { start: '2026-12-01T08:00' as WallTime },
      { end: '2026-12-01T13:00' as WallTime },
      { timeZone: 'Europe/London' as TimeZone },
      { closedAt: '2026-12-01T11:02:04Z' as Instant },
      { isSigned: false },
      { minutes: 240 },
    ];
    for (const change of changes)
      expect(stampedFault(stamped, { ...stamped, ...change }, stamped.lastHash)).to.equal(
        'stamped-slot-differs',
      );
  });
});
