const joined: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
};

/** `text` without case, accents and ligatures: what a search compares. "Œuvre d'ÉTÉ" and "oeuvre d’été" fold to the same. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[œæßøłđı]/g, (letter) => joined[letter] ?? letter)
    .replace(/[’ʼ]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}

/** The words that all have to occur for a search to match. */
export function searchTerms(query: string): readonly string[] {
  return [...new Set(fold(query).split(' '))].filter((term) => term !== '');
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
