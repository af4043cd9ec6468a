import { linkAddress } from './link-address.js';
import type { Element, Leaf, Mark, Meaning } from './text-element.js';
import { TextWriter } from './text-writer.js';

/** By what each block is among those that are kept: sections and the like are paragraphs. */
const meanings: ReadonlyMap<string, Meaning> = new Map([
  ...of(
    { leaf: 'p' },
    'p div pre address article aside body caption center dd details dialog dl dt fieldset',
  ),
  ...of(
    { leaf: 'p' },
    'figcaption figure footer form header hgroup legend main nav noscript section summary',
  ),
  ...of({ leaf: 'h3' }, 'h1 h2 h3'),
  ...of({ leaf: 'h4' }, 'h4 h5 h6'),
  ...of({ container: 'ul' }, 'ul menu dir'),
  ...of({ container: 'ol' }, 'ol'),
  ...of({ container: 'li' }, 'li'),
  ...of({ container: 'blockquote' }, 'blockquote'),
  ...of({ mark: 'strong' }, 'strong b'),
  ...of({ mark: 'em' }, 'em i'),
  ...of({ mark: 'u' }, 'u ins'),
  ...of({ leaf: 'p', part: 'table' }, 'table'),
  ...of({ leaf: 'p', part: 'row' }, 'tr'),
  ...of({ leaf: 'p', part: 'cell' }, 'td th'),
]);

function of(meaning: Meaning, tags: string): readonly (readonly [string, Meaning])[] {
  return tags.split(' ').map((tag) => [tag, meaning]);
}

const root: Element = {
  meaning: {},
  leaf: undefined,
  marks: [],
  isInRow: false,
  isPreformatted: false,
  blocksBefore: 0,
};

/**
 * Tells the structure of a text in the few tags that are kept: it is told the elements and words of any HTML as they
 * come, and answers the same in paragraphs, headings of two levels, lists and quotations. A row of a table is a
 * paragraph, its cells are parted by " | ". What it answers is well formed, and its own answer it leaves as it is.
 */
export class TextStructure {
  private readonly elements: Element[] = [root];
  private readonly writer = new TextWriter();

  open(tag: string, attributes: Readonly<Record<string, string>>): void {
    if (tag === 'hr') this.writer.part();
    if (tag === 'br') this.writer.breakLine(this.current);
    const element = this.elementOf(tag, attributes);
    const { container, part, leaf } = element.meaning;
    if (container) this.writer.openContainer(element, container);
    else if (part === 'cell') this.writer.nextCell();
    else if (part) this.writer.endBlock();
    else if (leaf) this.writer.part();
    this.elements.push(element);
  }

  close(): void {
    const element = this.elements.pop() ?? root;
    const { container, part, leaf } = element.meaning;
    if (container) this.writer.closeContainer(element);
    else if (part === 'cell') this.writer.endCell(element);
    else if (part) this.writer.endBlock();
    else if (leaf) this.writer.part();
  }

  /** @param text escaped for HTML. */
  write(text: string): void {
    const { isPreformatted } = this.current;
    const lines = isPreformatted ? text.split('\n') : [text];
    for (const [index, line] of lines.entries()) {
      if (index > 0) this.writer.breakLine(this.current);
      if (line !== '') this.writer.write(line, this.current);
    }
  }

  html(): string {
    return this.writer.html();
  }

  private get current(): Element {
    return this.elements.at(-1) ?? root;
  }

  private elementOf(tag: string, attributes: Readonly<Record<string, string>>): Element {
    const meaning = meanings.get(tag) ?? {};
    const around = this.current;
    return {
      meaning,
      leaf: leafOf(meaning, around),
      marks: marksOf(meaning, tag === 'a' ? linkAddress(attributes['href'] ?? '') : undefined, around),
      isInRow: meaning.container ? false : around.isInRow || meaning.part !== undefined,
      isPreformatted: around.isPreformatted || tag === 'pre',
      blocksBefore: this.writer.blocks,
    };
  }
}

/** What is a paragraph elsewhere is a part of the heading that it is in. */
function leafOf({ container, leaf }: Meaning, around: Element): Leaf | undefined {
  if (container) return undefined;
  return leaf === 'p' ? (around.leaf ?? leaf) : (leaf ?? around.leaf);
}

function marksOf({ mark }: Meaning, address: string | undefined, { marks }: Element): readonly Mark[] {
  if (address !== undefined) {
    for (const before of marks) if (before.tag === 'a') before.ended = true;
    return [...marks.filter(({ tag }) => tag !== 'a'), { tag: 'a', address }];
  }
  return mark === undefined || marks.some(({ tag }) => tag === mark) ? marks : [...marks, { tag: mark }];
}
