import type {
  Sheet,
  SheetCell,
  SheetCorrection,
  SheetPerson,
  SheetSlot,
} from '../../domain/attendance/sheet.js';
import type { SlotColumn } from './column-groups.js';
import type { Block, Cell, Row } from './row.js';
import { isShared } from './sheet-frame.js';
import type { SheetWords } from './sheet-words.js';
import { styles } from './styles.js';

/** Rows below a heading that is there on each page. */
export interface Table {
  readonly heading: Row;
  readonly rows: readonly Row[];
}

/** High enough to sign by hand, in points: 12 mm. */
const roomToSign = 34;
/** For who comes without having been enrolled. */
const spareRows = 3;
const leastRow = 20;

/** Who was there in some of the half-days of a sheet. */
export function sheetTable(sheet: Sheet, columns: readonly SlotColumn[], words: SheetWords): Table {
  const { people, isBlank } = sheet;
  const heading = [
    text(words.say('person'), 'strong'),
    ...columns.map(({ slot }) => headingOf(sheet, slot, words)),
  ];
  const least = isBlank ? roomToSign : leastRow;
  const rows = people.map((person) => rowOf(sheet, person, columns, words));
  const spare = Array.from({ length: isBlank ? spareRows : 0 }, () => ['', ...columns].map(() => []));
  const trainers = [
    text(words.say('trainer'), 'strong'),
    ...columns.map(({ slot }) => trainersOf(slot, isBlank, words)),
  ];
  return {
    heading: framed(
      heading.map((blocks) => ({ blocks, isShaded: true })),
      leastRow,
    ),
    rows: [
      ...rows.map((cells) => framed(cells, least)),
      ...spare.map((cells) =>
        framed(
          cells.map((blocks) => ({ blocks })),
          least,
        ),
      ),
      framed(
        trainers.map((blocks) => ({ blocks })),
        least,
      ),
    ],
  };
}

function framed(cells: readonly Cell[], least: number): Row {
  return { cells, least, isFramed: true };
}

/** A half-day: of what all have in common, nothing, as the page says it. */
function headingOf({ slots }: Sheet, slot: SheetSlot, words: SheetWords): readonly Block[] {
  const isPlaceSaid = isShared(slots, (one) => words.place(one));
  return [
    ...text(words.day(slot), 'strong'),
    ...text(words.hours(slot), 'plain'),
    ...text(words.duration(slot.minutes), 'small'),
    ...text(isShared(slots, (one) => one.seanceName) ? '' : slot.seanceName, 'small'),
    ...text(isPlaceSaid ? '' : words.place(slot) || words.say('place.none'), 'small'),
  ];
}

function rowOf(
  { isBlank }: Sheet,
  { name, detail, cells }: SheetPerson,
  columns: readonly SlotColumn[],
  words: SheetWords,
): readonly Cell[] {
  const who = { blocks: [...text(name, 'plain'), ...text(detail, 'small')] };
  const marks = columns.map(({ slot, index }) => {
    const cell = cells[index] ?? null;
    if (cell === 'outside') return { blocks: text(words.say('outside'), 'small'), isShaded: true };
    return { blocks: isBlank ? [] : markOf(cell, slot, words) };
  });
  return [who, ...marks];
}

function markOf(cell: SheetCell | null, slot: SheetSlot, words: SheetWords): readonly Block[] {
  if (!cell) return text(words.say('mark.none'), 'small');
  const { signed, isCorrected } = cell;
  return [
    ...text(words.mark(cell), 'plain'),
    ...text(isCorrected ? words.say('corrected') : '', 'small'),
    ...(signed ? signatureOf(signed, slot, words) : []),
  ];
}

function signatureOf(
  { at, signature }: NonNullable<SheetCell['signed']>,
  slot: SheetSlot,
  words: SheetWords,
): readonly Block[] {
  if (!signature) return text(words.say('confirmed', { at: words.at(at) }), 'small');
  return [{ signature }, ...text(words.signed(at, slot), 'small')];
}

/** Who trains, each with room to sign; or who closed the half-day, and how. */
function trainersOf(slot: SheetSlot, isBlank: boolean, words: SheetWords): readonly Block[] {
  const { trainers, closed } = slot;
  if (isBlank)
    return (trainers.length > 0 ? trainers : ['']).flatMap((name) => [
      ...text(name, 'small'),
      { room: roomToSign },
    ]);
  const names = text(trainers.join(', '), 'plain');
  if (!closed) return [...names, ...text(words.say('closed.not'), 'small')];
  const { by: name, at, isSigned, signature } = closed;
  const how = signature ? 'closed.signed' : isSigned ? 'closed.confirmed' : 'closed.unsigned';
  return [
    ...names,
    ...(signature ? [{ signature }] : []),
    ...text(words.say(how, { name, at: words.at(at) }), 'small'),
  ];
}

/** What was changed after the close, of which a blank sheet says nothing: each correction as a row that is as wide as the page. */
export function correctionRows({ slots, corrections, isBlank }: Sheet, words: SheetWords): readonly Row[] {
  if (corrections.length === 0 || isBlank) return [];
  const rows = corrections.map((correction) => correctionBlocks(correction, slots[correction.slot], words));
  const [first = [], ...others] = rows;
  const title = text(words.say('corrections'), 'strong');
  // Together with the first one, so that it never stands alone at the end of a page.
  return [[{ room: 6 }, ...title, { room: 4 }, ...first], ...others].map((blocks) => ({
    cells: [{ blocks }],
    least: 0,
    isFramed: false,
  }));
}

function correctionBlocks(
  { person, before, after, reason, by, at }: SheetCorrection,
  slot: SheetSlot | undefined,
  words: SheetWords,
): readonly Block[] {
  const when = slot ? `${words.day(slot)}, ${words.hours(slot)}` : '';
  const change = {
    before: before ? words.mark(before) : words.say('mark.none'),
    after: words.mark(after),
  };
  return [
    ...text(`${person} · ${when}`, 'plain'),
    ...text(words.say('correction.change', change), 'plain'),
    ...text(words.say('correction.reason', { reason }), 'plain'),
    ...text(words.say('correction.by', { name: by, at: words.at(at) }), 'small'),
  ];
}

function text(said: string, style: keyof typeof styles): readonly Block[] {
  return said === '' ? [] : [{ text: said, style: styles[style] }];
}
