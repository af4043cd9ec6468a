import { createHash } from 'node:crypto';
import { expect } from 'chai';
import fc from 'fast-check';
import {
  type AttendanceEntry,
  type ChainEnd,
  type EntryKind,
  findingsIn,
  forgetIn,
  noHash,
  sealEntry,
  type SealedEntry,
} from '../../../src/domain/attendance/entry.js';
import { marks, markSources } from '../../../src/domain/attendance/mark.js';
import type { Signature } from '../../../src/domain/attendance/signature.js';
import { instantFromEpoch } from '../../../src/domain/time/schedule.js';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

/** A log, and the row of its half-day. */
interface Log {
  readonly end: ChainEnd;
  readonly entries: readonly SealedEntry[];
}

const people = ['u1', 'u2', 'u3'].map((id) => ({ id, name: `Name of ${id}` }));
const instants = fc
  .integer({ min: 1_700_000_000, max: 1_800_000_000 })
  .map((s) => instantFromEpoch(s * 1_000));
const texts = fc.string({ unit: 'grapheme', maxLength: 12 });
const kinds = (kind: EntryKind) => fc.constant(kind);

const drafts = (kind: EntryKind) =>
  fc.record({
    kind: kinds(kind),
    user: fc.constantFrom(...people),
    by: fc.constantFrom(...people, { id: '', name: '' }),
    mark: fc.option(fc.constantFrom(...marks)),
    minutes: fc.option(fc.integer({ min: 1, max: 239 })),
    note: texts,
    source: fc.constantFrom(...markSources),
    at: instants,
    writtenAt: instants,
    isClockWrong: fc.boolean(),
    isSigned: fc.boolean(),
    signature: fc.option(fc.constant('M10 20L30 40' as Signature)),
    device: texts,
    ticket: texts,
  });

function sealed(drafted: readonly Omit<AttendanceEntry, 'seanceId' | 'slot' | 'number'>[]): Log {
  const entries: SealedEntry[] = [];
  for (const draft of drafted) {
    const number = entries.length + 1;
    const entry = { ...draft, seanceId: 'seance', slot: 1, number };
    const salts = { user: hash(`user ${number}`), by: hash(`by ${number}`) };
    entries.push(sealEntry(entry, salts, entries.at(-1)?.hash ?? noHash, hash));
  }
  const close = entries.find(({ kind }) => kind === 'close');
  return {
    entries,
    end: {
      entryCount: entries.length,
      lastHash: entries.at(-1)?.hash ?? noHash,
      closedAt: close?.at ?? null,
      isSigned: close?.isSigned ?? false,
    },
  };
}

const open = fc.array(fc.oneof(drafts('roster'), drafts('mark')), { maxLength: 6 }).map(sealed);
const closed = fc
  .tuple(
    fc.array(fc.oneof(drafts('roster'), drafts('mark')), { maxLength: 5 }),
    drafts('close'),
    fc.array(drafts('correction'), { maxLength: 3 }),
  )
  .map(([before, close, after]) => sealed([...before, close, ...after]));
const logs = fc.oneof(open, closed);
const writtenLogs = logs.filter(({ entries }) => entries.length > 0);

const faultsOf = ({ end, entries }: Log) => findingsIn(end, entries, hash);
const isFound = (log: Log) => faultsOf(log).length > 0;

/** Each column of an entry, and another value for it. */
const others: { readonly [Column in keyof SealedEntry]: (entry: SealedEntry) => SealedEntry[Column] } = {
  seanceId: ({ seanceId }) => `${seanceId}2`,
  slot: ({ slot }) => slot + 1,
  number: ({ number }) => number + 1,
  kind: ({ kind }) => (kind === 'mark' ? 'roster' : 'mark'),
  user: ({ user }) => ({ ...user, name: `${user.name} ` }),
  by: ({ by }) => ({ ...by, name: `${by.name} ` }),
  mark: ({ mark }) => (mark === 'present' ? 'absent' : 'present'),
  minutes: ({ minutes }) => (minutes === null ? 1 : null),
  note: ({ note }) => `${note}.`,
  source: ({ source }) => (source === 'self' ? 'staff' : 'self'),
  at: ({ at }) => instantFromEpoch(Date.parse(at) + 1_000),
  writtenAt: ({ writtenAt }) => instantFromEpoch(Date.parse(writtenAt) + 1_000),
  isClockWrong: ({ isClockWrong }) => !isClockWrong,
  isSigned: ({ isSigned }) => !isSigned,
  signature: ({ signature }) => (signature === null ? ('M1 1L2 2' as Signature) : null),
  device: ({ device }) => `${device}.`,
  ticket: ({ ticket }) => `${ticket}.`,
  userSalt: ({ userSalt }) => (userSalt === null ? hash('') : null),
  userCommitment: ({ userCommitment }) => hash(userCommitment),
  // Where the plugin wrote there is nobody to forget.
  bySalt: ({ by, bySalt }) => (bySalt === null || by.id === '' ? hash('') : null),
  byCommitment: ({ byCommitment }) => hash(byCommitment),
  hash: (entry) => hash(entry.hash),
};

describe('The log of a half-day', () => {
  it('adds up as it was written', () => {
    fc.assert(
      fc.property(logs, (log) => {
        expect(faultsOf(log)).to.deep.equal([]);
      }),
    );
  });

  for (const column of Object.keys(others) as (keyof SealedEntry)[])
    it(`shows that the ${column} of an entry is another`, () => {
      fc.assert(
        fc.property(writtenLogs, fc.nat(), ({ end, entries }, at) => {
          const index = at % entries.length;
          const entry = entries[index]!;
          const changed = { ...entry, [column]: others[column](entry) };
          expect(isFound({ end, entries: entries.with(index, changed) })).to.equal(true);
        }),
      );
    });

  it('shows that somebody is another one, and that a person is gone without what was told of them', () => {
    fc.assert(
      fc.property(writtenLogs, fc.nat(), ({ end, entries }, at) => {
        const index = at % entries.length;
        const entry = entries[index]!;
        const nobody = { ...entry, userSalt: null, user: { id: '', name: entry.user.name } };
        const another = { ...entry, user: { ...entry.user, id: 'u4' } };
        for (const changed of [nobody, another])
          expect(isFound({ end, entries: entries.with(index, changed) })).to.equal(true);
      }),
    );
  });

  it('shows that an entry is gone, once more there, or in the place of another', () => {
    fc.assert(
      fc.property(writtenLogs, fc.nat(), fc.nat(), ({ end, entries }, at, to) => {
        const [index, other] = [at % entries.length, to % entries.length];
        const entry = entries[index]!;
        expect(isFound({ end, entries: entries.toSpliced(index, 1) })).to.equal(true);
        expect(isFound({ end, entries: entries.toSpliced(other, 0, entry) })).to.equal(true);
        const swapped = entries.with(index, entries[other]!).with(other, entry);
        expect(isFound({ end, entries: swapped })).to.equal(index !== other);
        const renumbered = swapped.map((one, place) => ({ ...one, number: place + 1 }));
        expect(isFound({ end, entries: renumbered })).to.equal(index !== other);
      }),
    );
  });

  it('names the one entry that follows what is missing', () => {
    const mark = fc.sample(drafts('mark'), { numRuns: 4, seed: 1 });
    const { end, entries } = sealed(mark);

    expect(faultsOf({ end, entries: entries.toSpliced(1, 1) })).to.deep.equal([
      { number: 3, fault: 'entry-missing' },
      { number: 3, fault: 'entry-changed' },
      { number: null, fault: 'count-differs' },
    ]);
  });

  it('shows that an entry was added at its end, although with the right hash', () => {
    fc.assert(
      fc.property(logs, drafts('mark'), ({ end, entries }, draft) => {
        const entry = { ...draft, seanceId: 'seance', slot: 1, number: entries.length + 1 };
        const added = sealEntry(entry, { user: 'a', by: 'b' }, entries.at(-1)?.hash ?? noHash, hash);
        expect(isFound({ end, entries: [...entries, added] })).to.equal(true);
      }),
    );
  });

  it('shows that what its half-day says of it is another', () => {
    fc.assert(
      fc.property(logs, ({ end, entries }) => {
        const changes: Partial<ChainEnd>[] = [
          { entryCount: end.entryCount + 1 },
          { lastHash: hash(end.lastHash) },
          { closedAt: end.closedAt === null ? instantFromEpoch(0) : null },
          { isSigned: !end.isSigned },
          ...(end.closedAt === null
            ? []
            : [{ closedAt: instantFromEpoch(Date.parse(end.closedAt) + 1_000) }]),
        ];
        for (const change of changes) expect(isFound({ end: { ...end, ...change }, entries })).to.equal(true);
      }),
    );
  });

  it('has corrections after its close, and nothing else, although with the right hashes', () => {
    const [mark, close, correction] = (['mark', 'close', 'correction'] as const).map(
      (kind) => fc.sample(drafts(kind), { numRuns: 1, seed: 1 })[0]!,
    );
    const orders = [[mark, correction], [close, mark], [close, close], [correction]];
    for (const order of orders)
      expect(faultsOf(sealed(order.map((draft) => draft!))).map(({ fault }) => fault)).to.include(
        'after-close',
      );
  });

  it('still adds up when somebody is forgotten, and says nothing of them', () => {
    fc.assert(
      fc.property(logs, fc.constantFrom(...people), ({ end, entries }, { id, name }) => {
        const forgotten = entries.map((entry) => forgetIn(entry, id));
        expect(faultsOf({ end, entries: forgotten })).to.deep.equal([]);
        expect(JSON.stringify(forgotten)).not.to.include(JSON.stringify(name));
        for (const { user, note, signature, device, ticket, userSalt } of forgotten)
          if (user.id === '')
            expect({ note, signature, device, ticket, userSalt }).to.deep.equal({
              ...{ note: '', signature: null, device: '', ticket: '', userSalt: null },
            });
      }),
    );
  });

  it('shows any change after somebody was forgotten', () => {
    fc.assert(
      fc.property(writtenLogs, fc.nat(), ({ end, entries }, at) => {
        const forgotten = entries.map((entry) => forgetIn(entry, 'u1'));
        const index = at % entries.length;
        const entry = forgotten[index]!;
        for (const column of Object.keys(others) as (keyof SealedEntry)[]) {
          const changed = { ...entry, [column]: others[column](entry) };
          expect(isFound({ end, entries: forgotten.with(index, changed) }), column).to.equal(true);
        }
      }),
    );
  });

  it('keeps what somebody wrote of others when they are forgotten', () => {
    const [draft] = fc.sample(drafts('mark'), { numRuns: 1, seed: 2 });
    const { entries } = sealed([{ ...draft!, user: people[0]!, by: people[1]!, note: 'ill' }]);

    expect(forgetIn(entries[0]!, 'u2')).to.deep.include({
      user: people[0],
      note: 'ill',
      by: { id: '', name: '' },
    });
  });
});
