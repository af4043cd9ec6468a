import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { RepetitionPreview, SkippedDay } from './repetition.js';
import type { PlannedSeance } from '../series/series.js';
import { periodSaid } from '../core/hours-there.js';
import type { Locale } from '../core/locale.js';
import { occurrenceNotes } from '../series/occurrence-notes.js';
import { type DateChoice, isKeepable, keptFrom } from './repetition-values.js';
import type { TrainingSession } from '../space/space.js';
import { Slices } from '../core/slices.js';
import controlsCss from '../core/styles/controls.css?inline';
import fieldsCss from '../core/styles/fields.css?inline';
import occurrencesCss from '../series/occurrences.css?inline';
import { sheets } from '../core/sheets.js';

/** A date of the rule: one on which a séance will be created, or one that is left out. */
interface Row {
  readonly date: string;
  readonly planned?: PlannedSeance;
  readonly skipped?: SkippedDay;
}

interface KeyedRow extends Row {
  /** Says all that the row says. */
  readonly key: string;
}

/** Tells the form which date was unticked or put back. */
export class DateChoiceEvent extends Event {
  static readonly type = 'date-choice';
  readonly choice: DateChoice;

  constructor(choice: DateChoice) {
    super(DateChoiceEvent.type);
    this.choice = choice;
  }
}

/**
 * The dates of a repetition, each with a box to untick. Fires `date-choice`. There may be a thousand: a row is written
 * again only when it says something else.
 */
export class OccurrenceList extends LitElement {
  static override properties = {
    locale: { attribute: false },
    session: { attribute: false },
    ownZone: { attribute: false },
    preview: { attribute: false },
    exceptDates: { attribute: false },
    keepDates: { attribute: false },
  };

  static override styles = sheets(controlsCss, fieldsCss, occurrencesCss);

  declare locale: Locale;
  declare session: TrainingSession;
  /** The reader's. */
  declare ownZone: string;
  declare preview: RepetitionPreview;
  /** What was chosen since the preview was made is shown at once. */
  declare exceptDates: readonly string[];
  declare keepDates: readonly string[];
  readonly #slices = new Slices(this);
  #rows: readonly KeyedRow[] = [];

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('preview')) this.#rows = rowsOf(this.preview);
  }

  override render(): TemplateResult {
    const excepted = new Set(this.exceptDates);
    const kept = new Set(this.keepDates);
    return html`<ul>
      ${repeat(
        this.#slices.take(this.#rows),
        ({ date }) => date,
        (row) => {
          const [wanted, isKept] = [isWanted(row, excepted, kept), kept.has(row.date)];
          return guard([this.locale, row.key, wanted, isKept], () => this.#row(row, wanted, isKept));
        },
      )}
    </ul>`;
  }

  #row({ date, planned, skipped }: Row, wanted: boolean, isKept: boolean): TemplateResult {
    const notes = planned ? this.#notes(planned, isKept) : [this.#reason(skipped)];
    return html`<li class=${wanted ? '' : 'left-out'}>
      <label>
        <input
          type="checkbox"
          aria-describedby=${notes.length > 0 ? `notes-${date}` : nothing}
          .checked=${live(wanted)}
          @change=${() => this.#choose({ date, isWanted: !wanted, skipped: skipped?.reason ?? keptFrom(planned) })}
        />
        <span class="when"
          >${planned ? periodSaid(planned, this.locale, this.ownZone) : this.locale.weekday(date)}</span
        >
        ${planned ? html`<span class="muted">${planned.name}</span>` : nothing}
      </label>
      ${
        notes.length > 0
          ? html`<div id="notes-${date}" class="notes">
              ${notes.map((note) => html`<p class=${planned ? 'warning' : 'muted'}>${note}</p>`)}
            </div>`
          : nothing
      }
    </li>`;
  }

  #notes(planned: PlannedSeance, isKept: boolean): readonly string[] {
    const { locale } = this;
    const kept = keptFrom(planned) === 'same-series' ? 'repetition.keptAgain' : 'repetition.kept';
    return [...(isKept ? [locale.text(kept)] : []), ...occurrenceNotes(planned, this.session, locale)];
  }

  #reason(skipped: SkippedDay | undefined): string {
    if (skipped?.reason === 'closed-day')
      return this.locale.text('warning.closed-day', { name: skipped.name ?? '' });
    return this.locale.text(
      skipped?.reason === 'same-series' ? 'repetition.sameSeries' : 'repetition.exception',
    );
  }

  #choose(choice: DateChoice): void {
    this.dispatchEvent(new DateChoiceEvent(choice));
  }
}

function rowsOf({ occurrences, skipped }: RepetitionPreview): readonly KeyedRow[] {
  const rows: readonly Row[] = [
    ...occurrences.map((planned) => ({ date: planned.start.slice(0, 10), planned })),
    ...skipped.map((day) => ({ date: day.date, skipped: day })),
  ];
  return rows
    .toSorted((one, other) => (one.date < other.date ? -1 : 1))
    .map((row) => ({ ...row, key: JSON.stringify(row) }));
}

function isWanted({ date, skipped }: Row, excepted: ReadonlySet<string>, kept: ReadonlySet<string>): boolean {
  return isKeepable(skipped?.reason) ? kept.has(date) : !excepted.has(date);
}

customElements.define('occurrence-list', OccurrenceList);
