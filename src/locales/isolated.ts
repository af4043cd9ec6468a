/** What may turn the words around it: letters and digits that are written from right to left, and marks that say so. */
const turning =
  /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

const isolate = '\u2068';
const endOfIsolate = '\u2069';
const beginnings = ['\u2066', '\u2067', isolate];

/**
 * What somebody wrote, to be put into a sentence: between the marks of Unicode (UAX 9) that keep a text of the other
 * direction from turning what follows. Isolates that the text leaves open are ended, and what it ends without having
 * begun is left out. A text that can turn nothing is left as it is, to be copied and compared.
 */
export function isolated(text: string): string {
  if (!turning.test(text)) return text;
  let open = 0;
  let inside = '';
  for (const sign of text) {
    if (sign === endOfIsolate && open === 0) continue;
    if (sign === endOfIsolate) open -= 1;
    if (beginnings.includes(sign)) open += 1;
    inside += sign;
  }
  return isolate + inside + endOfIsolate.repeat(open + 1);
}

/** What fills the gaps of a message, each text of it isolated. */
export function isolatedValues(
  values: Readonly<Record<string, string | number>>,
): Record<string, string | number> {
  const entries = Object.entries(values);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, typeof value === 'string' ? isolated(value) : value]),
  );
}
