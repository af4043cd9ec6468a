import { showsNothing, withoutUnseen } from './unseen.js';

const joined: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
};

/**
 * What parts words, beside blanks: quotation marks, apostrophes, which are quotation marks too, primes and dashes. They
 * stay in what is stored, and a search asks for what is between them.
 */
const betweenWords =
  /[\s\p{Pd}\p{Pi}\p{Pf}"'`\u00b4\u02b9-\u02bf\u02c8\u02ca\u02cb\u02d7\u055a\u05f3\u05f4\u201a\u201e\u2032-\u2037\u2043\u2212\u275b-\u2760\u276e\u276f\u300c-\u300f\u301d-\u301f\ua78b\ua78c]+/u;

const quotationMarks = /["\u00ab\u00bb\u201c-\u201f\u2039\u203a\uff02]+/gu;

/** The longest {@link nameKey}, in characters. */
const nameKeyLength = 255;

/** Two names are the same when this is: whatever their case, accents and ligatures. It is stored, so it never changes. */
export function nameKey(name: string): string {
  return plain(name).slice(0, nameKeyLength);
}

/**
 * `text` as searches look at it: without case, accents, ligatures and what nobody sees. "Œuvre d'ÉTÉ" and "oeuvre d’été"
 * fold to the same.
 */
export function fold(text: string): string {
  return plain(withoutUnseen(text));
}

/** Which of two texts comes first as {@link fold} writes them: below 0 for `a`, above for `b`, 0 when they are the same then. */
export function compareFolded(a: string, b: string): number {
  const [first, second] = [fold(a), fold(b)];
  return first < second ? -1 : Number(first > second);
}

/** The words that all have to occur for a search to match; of a query that has none, the signs that it has. */
export function searchTerms(query: string): readonly string[] {
  const folded = fold(query);
  const words = folded.split(betweenWords).filter((word) => word !== '');
  const signs = folded.split(' ').filter((sign) => sign !== '');
  return [...new Set(words.length > 0 ? words : signs)];
}

/**
 * `query` as it is handed to who searches in their own way, letters as they were typed: without what nobody sees and,
 * unless that is all, without quotation marks.
 */
export function askedWords(query: string): string {
  if (showsNothing(query)) return '';
  const seen = withoutUnseen(query);
  return seen.replace(quotationMarks, ' ').trim() || seen;
}

/** One folded text of several fields. */
export function searchText(fields: readonly string[]): string {
  return joinedFields(fields.map(fold));
}

/** One text of several folded fields. Terms have no line break, so that none matches across two fields. */
export function joinedFields(folded: readonly string[]): string {
  return folded.filter((field) => field !== '').join('\n');
}

/** Longest {@link sortKey}, in characters: what fits an index of MySQL beside the ids that lead it. */
export const sortKeyLength = 191;

/** A key that sorts as people read: without case and accents, numbers by value ("Atelier 2" before "Atelier 10"). */
export function sortKey(text: string): string {
  return fold(text)
    .replace(/\d+/g, (digits) => digits.padStart(8, '0'))
    .slice(0, sortKeyLength);
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[œæßøłđı]/g, (letter) => joined[letter] ?? letter)
    .replace(/[’ʼ]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}
