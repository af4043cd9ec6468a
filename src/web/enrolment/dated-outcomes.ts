import { html, nothing, type TemplateResult } from 'lit';
import type { Seance } from '../seance/seance.js';
import { briefTime } from '../seance/seance-time.js';
import type { MessageKey } from '../core/locale.js';
import type { Workplace } from '../space/workplace.js';

/** What became of somebody on one date of a series. */
export interface DatedOutcome {
  readonly seanceId: string;
  readonly outcome: keyof typeof titles;
  /** Who, where staff enrolled several. */
  readonly name?: string | undefined;
}

/** As many dates as are read of one outcome. */
const shown = 20;

/** In the order in which they are told. */
const titles = {
  enrolled: 'dated.enrolled',
  waiting: 'dated.waiting',
  left: 'dated.left',
  existing: 'dated.existing',
  already: 'dated.existing',
  'seance-full': 'dated.seance-full',
  'group-limit': 'dated.group-limit',
  'not-a-learner': 'dated.not-a-learner',
  'seance-started': 'dated.seance-started',
  'seance-cancelled': 'dated.seance-cancelled',
  'enrolment-not-open': 'dated.enrolment-not-open',
  'enrolment-closed': 'dated.enrolment-closed',
  'not-public': 'dated.not-public',
  'enrolment-automatic': 'dated.enrolment-automatic',
  'enrolment-disabled': 'dated.enrolment-disabled',
} as const satisfies Readonly<Record<string, MessageKey>>;

/** Whether it is as it was asked for, so that there is nothing to read about it. */
export function isAsAsked({ outcome }: Pick<DatedOutcome, 'outcome'>): boolean {
  return outcome === 'enrolled' || outcome === 'left';
}

/** What became of each date, by outcome; the dates themselves where something was in the way, or somebody waits. */
export function datedOutcomes(
  outcomes: readonly DatedOutcome[],
  members: readonly Seance[],
  at: Workplace,
): TemplateResult {
  const byId = new Map(members.map((member) => [member.id, member]));
  const names = Object.keys(titles) as (keyof typeof titles)[];
  return html`${names.map((outcome) => {
    const found = outcomes.filter((one) => one.outcome === outcome);
    return found.length === 0 ? nothing : section(outcome, found, byId, at);
  })}`;
}

function section(
  outcome: keyof typeof titles,
  found: readonly DatedOutcome[],
  members: ReadonlyMap<string, Seance>,
  at: Workplace,
): TemplateResult {
  const { locale } = at;
  const hidden = found.length - shown;
  return html`<section>
    <h3>${locale.text(titles[outcome], { count: found.length })}</h3>
    ${
      isAsAsked({ outcome })
        ? nothing
        : html`<ul>
            ${found.slice(0, shown).map((one) => html`<li>${dateOf(one, members, at)}</li>`)}
            ${hidden > 0 ? html`<li>${locale.text('deletion.more', { count: hidden })}</li>` : nothing}
          </ul>`
    }
  </section>`;
}

function dateOf(
  { seanceId, name }: DatedOutcome,
  members: ReadonlyMap<string, Seance>,
  { locale, space }: Workplace,
): TemplateResult {
  const member = members.get(seanceId);
  const when = member ? briefTime(member, locale, space.actor.timeZone) : nothing;
  return html`${when}${name === undefined ? nothing : html` <bdi>${name}</bdi>`}`;
}
