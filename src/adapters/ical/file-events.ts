/** An event as it stands in a file: its own content lines by the name of their property, in small letters. */
export interface FileEvent {
  readonly lines: ReadonlyMap<string, readonly string[]>;
  /** False when its end is missing: what else was in it is not known. */
  readonly isWhole: boolean;
}

/** What is in a file, as far as it can be read. */
export interface FileContent {
  readonly events: readonly FileEvent[];
  /** The first line of each stretch that is no part of a calendar. */
  readonly broken: readonly string[];
  /** True when the file ends inside a calendar. */
  readonly isCutOff: boolean;
}

interface OpenComponent {
  readonly name: string;
  readonly lines: Map<string, string[]>;
}

/** Programs nest three deep. What is deeper is no calendar, and looking through it would take long. */
const deepest = 20;
const lineEnd = /\r*\n|\r/;
const boundary = /^(begin|end)[ \t]*:[ \t]*([\w-]+)\s*$/i;
const contentLine = /^([A-Za-z][\w-]*)(?::|;.*:)/s;

/** What decides on the days of an event is not left out of it when it is broken: then its days are not known. */
const decisive = /^(?:DTSTART|DTEND|DURATION|RRULE|RDATE|EXDATE|EXRULE|RECURRENCE-ID|STATUS)(?![\w-])/;

/** The events of a text in its order; undefined when nothing in it is of a calendar. Takes every end of line there is. */
export function fileEvents(text: string): FileContent | undefined {
  const reading = new FileReading();
  for (const line of unfolded(text)) reading.take(line);
  return reading.content();
}

/** The lines of a text, each joined with those that continue it (RFC 5545, 3.1), without those that are empty. */
function unfolded(text: string): readonly string[] {
  const lines: string[] = [];
  for (const line of text.split(lineEnd)) {
    const written = line.replace(/^\ufeff/, '');
    const last = /^[ \t]/.test(written) ? lines.pop() : undefined;
    lines.push(last === undefined ? written : last + written.slice(1));
  }
  return lines.filter((line) => line.trim() !== '');
}

class FileReading {
  readonly #events: FileEvent[] = [];
  readonly #broken: string[] = [];
  #open: OpenComponent[] = [];
  #isCalendar = false;
  #isBroken = false;

  take(line: string): void {
    const isBroken = !this.#understands(line);
    if (isBroken && !this.#isBroken) this.#broken.push(line);
    this.#isBroken = isBroken;
  }

  content(): FileContent | undefined {
    if (!this.#isCalendar) return undefined;
    const isCutOff = this.#open.some(({ name }) => name === 'vcalendar');
    this.#close(0);
    return { events: this.#events, broken: this.#broken, isCutOff };
  }

  #understands(line: string): boolean {
    const [, side, component = ''] = boundary.exec(line) ?? [];
    if (side) {
      const name = component.toLowerCase();
      return side.toLowerCase() === 'begin' ? this.#begin(name) : this.#end(name);
    }
    const property = contentLine.exec(line)?.[1] ?? this.#decisive(line);
    return property !== undefined && this.#property(property.toLowerCase(), line);
  }

  /** A calendar is in nothing, and an event not in another one: what is open then has lost its end. */
  #begin(name: string): boolean {
    if (name === 'vcalendar') this.#close(0);
    const outer = this.#lastOpen('vevent');
    if (name === 'vevent' && outer >= 0) this.#close(outer);
    if (this.#open.length === deepest) return false;
    this.#open.push({ name, lines: new Map() });
    return true;
  }

  #end(name: string): boolean {
    const index = this.#lastOpen(name);
    if (index < 0) return false;
    this.#close(index + 1);
    const closed = this.#open.pop();
    if (name === 'vevent' && closed) this.#events.push({ lines: closed.lines, isWhole: true });
    if (name === 'vevent' || name === 'vcalendar') this.#isCalendar = true;
    return true;
  }

  #property(property: string, line: string): boolean {
    const component = this.#open.at(-1);
    if (!component) return false;
    if (this.#lastOpen('vcalendar') >= 0 || this.#lastOpen('vevent') >= 0) this.#isCalendar = true;
    const lines = component.lines.get(property);
    if (lines) lines.push(line);
    else component.lines.set(property, [line]);
    return true;
  }

  #decisive(line: string): string | undefined {
    return this.#open.at(-1)?.name === 'vevent' ? decisive.exec(line)?.[0] : undefined;
  }

  #lastOpen(name: string): number {
    return this.#open.findLastIndex((component) => component.name === name);
  }

  /** Gives up what is open from `index` on. */
  #close(index: number): void {
    for (const { name, lines } of this.#open.slice(index))
      if (name === 'vevent') this.#events.push({ lines, isWhole: false });
    this.#open = this.#open.slice(0, index);
  }
}
