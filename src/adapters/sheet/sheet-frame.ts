import type { Sheet, SheetSlot } from '../../domain/attendance/sheet.js';
import type { Row } from './row.js';
import type { SheetWords } from './sheet-words.js';
import { styles } from './styles.js';

/** Whether all half-days say the same, so that a page says it once. */
export function isShared(slots: readonly SheetSlot[], said: (slot: SheetSlot) => string): boolean {
  return new Set(slots.map(said)).size < 2;
}

/** What a page begins with: what it is and who provides the training, and below it two facts beside each other. */
export function headRows(
  sheet: Sheet,
  words: SheetWords,
): { readonly title: Row; readonly facts: readonly Row[] } {
  const { name, number } = sheet.provider;
  const said = [
    { text: words.say('title'), style: styles.title },
    { text: name, style: styles.strong },
    { text: number && words.say('providerNumber', { number }), style: styles.plain },
  ];
  const title = { blocks: [...said.filter(({ text }) => text !== ''), { room: 4 }] };
  const facts = factsOf(sheet, words).map((text) => ({ blocks: [{ text, style: styles.plain }] }));
  const pairs = facts
    .filter((_, index) => index % 2 === 0)
    .map((fact, index) => [fact, ...facts.slice(index * 2 + 1, index * 2 + 2)]);
  return { title: unframed([title]), facts: pairs.map(unframed) };
}

function unframed(cells: Row['cells']): Row {
  return { cells, least: 0, isFramed: false };
}

function factsOf(sheet: Sheet, words: SheetWords): readonly string[] {
  const { session, space, slots } = sheet;
  const minutes = slots.reduce((sum, slot) => sum + slot.minutes, 0);
  const days = new Set(slots.map((slot) => words.day(slot))).size;
  const [first] = slots;
  const facts: readonly (readonly [label: string, value: string])[] = [
    [words.say('session'), session],
    [words.say('space'), space],
    [words.say('seance'), first && isShared(slots, ({ seanceName }) => seanceName) ? first.seanceName : ''],
    [words.say('days', { count: days }), words.days(sheet)],
    [
      words.say('duration'),
      words.say('duration.of', { duration: words.duration(minutes), count: slots.length }),
    ],
    [
      words.say('place'),
      first && isShared(slots, (slot) => words.place(slot))
        ? words.place(first) || words.say('place.none')
        : '',
    ],
  ];
  return facts.flatMap(([label, value]) => (value === '' ? [] : [words.say('fact', { label, value })]));
}

/** What a page ends with: when the sheet was written, and what its log proves. A blank one has no log. */
export function footText({ isBlank, writtenAt, timeZone }: Sheet, words: SheetWords): string {
  const written = words.say('written', { at: words.at(writtenAt), zone: timeZone });
  return isBlank ? written : `${written} ${words.say('seal')}`;
}

/** What programs call the document. */
export function titleOf(sheet: Sheet, words: SheetWords): string {
  const { slots, session } = sheet;
  const [first] = slots;
  const of = first && isShared(slots, ({ seanceName }) => seanceName) ? first.seanceName : session;
  return [words.say('title'), of, words.days(sheet)].filter((part) => part !== '').join(' – ');
}
