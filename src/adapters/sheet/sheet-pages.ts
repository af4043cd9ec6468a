import type { Sheet } from '../../domain/attendance/sheet.js';
import type { Paper } from './paper.js';
import { drawRow, type MeasuredRow, measuredRow, type Row } from './row.js';
import { footText, headRows } from './sheet-frame.js';
import type { SheetWords } from './sheet-words.js';
import { styles } from './styles.js';

/** In points. */
const margin = 34;
const logoSize = { width: 150, height: 46 } as const;
const pageNumber = 80;
const gap = 6;
/** What part of a page its head may fill, and that of a table: rows need the rest. */
const mostOfHead = 0.3;

/** Fills pages from above: each begins with the head of the sheet, and that of the table which goes on there. */
export class SheetPages {
  /** Of what is put on a page, in points. */
  readonly width: number;
  private readonly foot: readonly string[];
  private readonly bottom: number;
  private readonly head: readonly MeasuredRow[];
  private heading: MeasuredRow | null = null;
  /** Where the next row comes. */
  private y = 0;
  /** Where rows begin on the page. */
  private top = 0;

  constructor(
    private readonly paper: Paper,
    sheet: Sheet,
    private readonly words: SheetWords,
    private readonly logo: string | null,
  ) {
    this.width = paper.width - 2 * margin;
    this.foot = paper.lines(footText(sheet, words), styles.small, this.width - pageNumber);
    this.bottom = paper.height - margin - paper.heightOf(this.foot, styles.small) - gap;
    this.head = this.measuredHead(sheet);
  }

  /** Begins a page, with a table on it. */
  beginTable(heading: Row, widths: readonly number[]): void {
    this.heading = measuredRow(this.paper, heading, widths, this.paper.height * mostOfHead);
    this.beginPage();
  }

  endTable(): void {
    this.heading = null;
  }

  /** Puts rows below what is there, or together on the next page when they do not fit. */
  put(rows: readonly Row[], widths: readonly number[]): void {
    const most = (this.bottom - this.top) / rows.length;
    const measured = rows.map((row) => measuredRow(this.paper, row, widths, most));
    const height = measured.reduce((sum, row) => sum + row.height, 0);
    if (this.y + height > this.bottom && this.y > this.top) this.beginPage();
    for (const row of measured) this.draw(row);
  }

  /** Says on each page when the sheet was written, and which page of how many it is. */
  drawFeet(): void {
    const y = this.bottom + gap;
    this.paper.onEachPage((page, pages) => {
      this.paper.write(this.foot, styles.small, margin, y);
      this.paper.writeBefore(this.words.say('page', { page, pages }), styles.small, margin + this.width, y);
    });
  }

  private measuredHead(sheet: Sheet): readonly MeasuredRow[] {
    const { title, facts } = headRows(sheet, this.words);
    const beside = this.logo ? logoSize : { width: 0, height: 0 };
    const rows = [
      { row: { ...title, least: beside.height }, widths: [this.width - beside.width] },
      ...facts.map((row) => ({ row, widths: [this.width / 2, this.width / 2] })),
    ];
    const most = (this.paper.height * mostOfHead) / rows.length;
    return rows.map(({ row, widths }) => measuredRow(this.paper, row, widths, Math.max(most, beside.height)));
  }

  private beginPage(): void {
    this.paper.addPage();
    this.y = margin;
    if (this.logo)
      this.paper.draw(this.logo, { ...logoSize, x: margin + this.width - logoSize.width, y: margin });
    for (const row of this.head) this.draw(row);
    this.y += gap;
    if (this.heading) this.draw(this.heading);
    this.top = this.y;
  }

  private draw(row: MeasuredRow): void {
    drawRow(this.paper, row, margin, this.y);
    this.y += row.height;
  }
}
