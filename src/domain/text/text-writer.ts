import type { Container, Element, Leaf, Mark } from './text-element.js';

/** The most lists, items and quotations in one another: more is an attack on who reads it. */
const deepest = 20;

/** Writes well-formed HTML: a block is begun by its first word, and ends before the first word that is outside of it. */
export class TextWriter {
  /** How many blocks of words have ended. */
  blocks = 0;
  private written = '';
  private readonly containers: { readonly element: Element; readonly tag: Container }[] = [];
  /** The block that words are written to; bare where they need none. */
  private leaf: Leaf | 'bare' | undefined;
  private marks: Mark[] = [];
  /** Whether the next word begins another block. */
  private isParted = false;
  /** How many cells began since the last word of their row. */
  private cells = 0;
  /** Whether bare words were written last: others need a line of their own. */
  private isAfterBare = false;

  html(): string {
    this.endBlock();
    while (this.containers.length > 0) this.closeInnermost();
    return this.written;
  }

  /** Ends the block before the next word; a cell that has no word yet goes on in that of its row. */
  part(): void {
    if (this.cells === 0) this.isParted = true;
  }

  /** The words of the next cell go on in the block of those before it. */
  nextCell(): void {
    if (this.leaf === undefined) return;
    this.cells += 1;
    this.isParted = false;
  }

  /** A cell of several blocks is no part of a line. */
  endCell({ blocksBefore }: Element): void {
    if (this.blocks > blocksBefore) this.endBlock();
    else this.part();
  }

  openContainer(element: Element, tag: Container): void {
    this.endBlock();
    if (this.containers.length >= deepest) return;
    if (tag === 'li' && this.containers.at(-1)?.tag === 'li') this.closeInnermost();
    this.containers.push({ element, tag });
    this.tag(`<${tag}>`);
  }

  closeContainer(element: Element): void {
    this.endBlock();
    if (!this.containers.some((open) => open.element === element)) return;
    while (this.closeInnermost() !== element);
  }

  /** The line that a block is in ends; where there is none yet, it is an empty one, but in a table. */
  breakLine(element: Element): void {
    const isBetween = this.leaf === undefined || this.isParted;
    if (this.cells > 0 || (isBetween && (element.isInRow || element.isPreformatted))) return;
    this.begin(element);
    this.written += '<br />';
  }

  write(text: string, element: Element): void {
    const words = text.replace(/^[ \t\n\r\f]+/, '');
    const blanks = text.slice(0, text.length - words.length);
    const isBetween = this.leaf === undefined || this.isParted;
    if (isBetween && blanks !== '') this.writeBetween(blanks, element);
    const written = isBetween || this.cells > 0 ? words : text;
    if (written === '') return;
    this.begin(element);
    this.written += written;
  }

  endBlock(): void {
    if (this.leaf !== undefined) {
      this.changeMarks([]);
      if (this.leaf === 'bare') this.isAfterBare = true;
      else this.tag(`</${this.leaf}>`);
      this.blocks += 1;
    }
    this.leaf = undefined;
    this.isParted = false;
    this.cells = 0;
  }

  /** Blanks between blocks stay, but those at the beginning and between the cells of a row. */
  private writeBetween(text: string, { isInRow }: Element): void {
    if (isInRow || this.written === '') return;
    this.endBlock();
    this.written += text;
  }

  /** Makes sure that there is a block for the next word, and that it is marked as it should. */
  private begin({ leaf, marks }: Element): void {
    if (this.isParted) this.endBlock();
    if (this.leaf === undefined) {
      if (leaf) this.tag(`<${leaf}>`);
      else if (this.isAfterBare) this.tag('<br />');
      this.leaf = leaf ?? 'bare';
    }
    if (this.cells > 0) {
      this.changeMarks([]);
      this.written += `${' |'.repeat(this.cells)} `;
      this.cells = 0;
    }
    this.changeMarks(marks.filter(({ ended }) => !ended));
  }

  /** Ends and begins marks so that `wanted` are open. A link that ends is not begun again: it could be long. */
  private changeMarks(wanted: readonly Mark[]): void {
    const isSame = (mark: Mark, index: number) => {
      const other = wanted[index];
      return mark.tag === 'a' ? mark === other : mark.tag === other?.tag;
    };
    const differing = this.marks.findIndex((mark, index) => !isSame(mark, index));
    const kept = differing === -1 ? this.marks.length : differing;
    for (const mark of this.marks.splice(kept).reverse()) {
      this.written += `</${mark.tag}>`;
      if (mark.tag === 'a') mark.ended = true;
    }
    for (const mark of wanted.slice(kept).filter(({ ended }) => !ended)) {
      this.written += mark.address === undefined ? `<${mark.tag}>` : `<a href="${escaped(mark.address)}">`;
      this.marks.push(mark);
    }
  }

  private tag(tag: string): void {
    this.written += tag;
    this.isAfterBare = false;
  }

  private closeInnermost(): Element | undefined {
    const container = this.containers.pop();
    if (container) this.tag(`</${container.tag}>`);
    return container?.element;
  }
}

function escaped(address: string): string {
  return address
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
