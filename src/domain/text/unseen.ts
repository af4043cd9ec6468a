/** Blanks that JavaScript does not know as such: a line break of mainframes, and two signs that are drawn as nothing. */
const otherBlanks = /[\u0085\u2800\u{1d159}]/gu;

/** Signs that Unicode counts among those without a picture and that have one: Arabic and other signs around numbers. */
const seenFormats = String.raw`[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}]`;

/** Soft hyphens, joiners, marks of direction, fillers, tags, variation selectors, byte order marks, control characters. */
const unseen = new RegExp(
  String.raw`(?!${seenFormats})[\p{Default_Ignorable_Code_Point}\p{Cf}]|(?![\t-\r])\p{Cc}`,
  'gu',
);

/** Accents and blanks: a text of nothing else says nothing. */
const bare = /[\p{M}\p{White_Space}]/gu;

/** `text` without the signs that nobody sees, and with blanks of any kind as such: what is left of a word is one word. */
export function withoutUnseen(text: string): string {
  return text.replace(otherBlanks, ' ').replace(unseen, '');
}

/** Whether a reader sees nothing of `text`: such a name is no name. */
export function showsNothing(text: string): boolean {
  return withoutUnseen(text).replace(bare, '') === '';
}
