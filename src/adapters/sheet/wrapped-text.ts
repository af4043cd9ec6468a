/** How wide a text is, in points. */
export type Measure = (text: string) => number;

/** Letters that are written from right to left. */
const fromTheRight = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const anyLetter = /\p{L}/u;

/** What stands between texts to order them, or to be read by programs: paper has no use for it. */
const unseen = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * A text in lines that are no wider than `width`: parted at blanks and after hyphens of names, and inside of a word only where the word
 * alone is wider. Nothing of it is left out.
 */
export function wrappedLines(text: string, width: number, measure: Measure): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text, width, measure)) {
    if (line !== '' && measure((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return [...lines, line.trimEnd()].filter((one) => one !== '');
}

/** What is not parted further, with the blank or the hyphen that ends it. A no-break space parts nothing. */
function piecesOf(text: string, width: number, measure: Measure): readonly string[] {
  const plain = text.replace(unseen, '').replace(/[\p{Cc} ]+/gu, ' ');
  return plain
    .trim()
    .split(/(?<= )|(?<=\p{L}-)(?=\p{L})/u)
    .flatMap((piece) => (measure(piece.trimEnd()) > width ? partsOfWord(piece, width, measure) : [piece]));
}

function partsOfWord(word: string, width: number, measure: Measure): readonly string[] {
  const parts = [''];
  for (const { segment } of graphemes.segment(word)) {
    const part = parts.at(-1) ?? '';
    if (part !== '' && measure(part + segment) > width) parts.push(segment);
    else parts[parts.length - 1] = part + segment;
  }
  return parts;
}

/**
 * A line in parts in the order in which they are drawn from the left: the whole of it, or its words where some are written from
 * the right. A font turns the letters of a word, and not the words of a line. This is of UAX 9 what names need.
 */
export function drawnParts(line: string): readonly string[] {
  if (!fromTheRight.test(line)) return [line];
  const words = line.split(' ');
  const isFromTheRight = (word: string) => fromTheRight.test(word);
  const first = words.find((word) => anyLetter.test(word)) ?? '';
  if (!isFromTheRight(first)) return turned(words, isFromTheRight);
  return turned(words.reverse(), (word) => !isFromTheRight(word));
}

/** Words of which those that stand together and are `meant` are in the other order. */
function turned(words: readonly string[], isMeant: (word: string) => boolean): readonly string[] {
  const runs: string[][] = [];
  for (const word of words) {
    const run = runs.at(-1);
    if (run?.[0] !== undefined && isMeant(word) && isMeant(run[0])) run.unshift(word);
    else runs.push([word]);
  }
  return runs.flat();
}
