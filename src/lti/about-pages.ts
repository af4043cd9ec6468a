import { html } from 'hono/html';
import { filled } from '../locales/filled.js';
import type { LtiText } from '../locales/languages.js';
import { dateRegion, writtenDate } from '../locales/written-date.js';
import { type AboutCourse, pageSize, type Unnamed } from './about-course.js';
import type { UnusedCourse } from './about-platform.js';
import { type Html, textIn } from './pages.js';
import type { ServiceProblem } from './service-token.js';
import type { Extent, WhatWorks } from './what-works.js';

/** Who reads: in which language, and where. */
export interface Reader {
  readonly language: string;
  readonly timeZone: string;
}

type Values = Readonly<Record<string, string | number>>;

/** What staff read below the tool: what their platform gives, and what they may say in its place. */
export function aboutCourse(reader: Reader, about: AboutCourse, said: string): Html {
  const { works, family } = about;
  const { language } = reader;
  return html`${message(said)}
    <dl>
      ${fact(language, 'about.roster', rosterWords(reader, works, family))}
      ${fact(language, 'about.names', extentWords(language, works.names, namesAdvice(family)))}
      ${fact(language, 'about.emails', extentWords(language, works.emails, 'about.emails.how'))}
      ${fact(language, 'about.timeZone', extentWords(language, works.timeZone, 'about.timeZone.how'))}
      ${fact(language, 'about.groups', paragraph(textIn(language, 'about.groups.none')))}
      ${fact(language, 'about.period', periodWords(reader, about))}
      ${fact(language, 'about.grades', paragraph(textIn(language, `about.grades.${works.grades ? 'given' : 'none'}`)))}
    </dl>
    ${unnamedPart(language, about.unnamed)}`;
}

/** What administrators read below the settings of their platform. */
export function aboutPlatform(
  reader: Reader,
  unused: { readonly items: readonly UnusedCourse[]; readonly total: number },
  invitation: string | undefined,
  said: string,
): Html {
  const { language } = reader;
  const more = unused.total - unused.items.length;
  return html`${message(said)}
    <h3>${textIn(language, 'platform.invite')}</h3>
    ${paragraph(textIn(language, 'platform.invite.how'))}
    <form id="invite">${hidden('act', 'invite')}${submit(language, 'platform.invite.make')}</form>
    ${
      invitation === undefined
        ? ''
        : html`<p>
            <label
              >${textIn(language, 'platform.invitation')}
              <input readonly id="invitation" value="${invitation}"
            /></label>
          </p>`
    }
    <h3>${textIn(language, 'platform.unused')}</h3>
    ${
      unused.total === 0
        ? paragraph(textIn(language, 'platform.unused.none'))
        : html`<ul>
            ${unused.items.map(({ name, launchedAt }) => html`<li>${name} · ${momentOf(reader, launchedAt)}</li>`)}
          </ul>`
    }
    ${more > 0 ? paragraph(filledIn(language, 'platform.unused.more', { count: more })) : ''}`;
}

/** A text of the catalogues with its values. */
export function filledIn(language: string, key: LtiText, values: Values): string {
  return filled(language, textIn(language, key), values);
}

/** What came of what was done; the page's script has it said, as it stands elsewhere than what is shown anew. */
function message(said: string): Html | '' {
  return said === '' ? '' : html`<p data-message hidden>${said}</p>`;
}

function fact(language: string, name: LtiText, value: Html | readonly Html[]): Html {
  return html`<dt>${textIn(language, name)}</dt>
    <dd>${value}</dd>`;
}

function rosterWords(reader: Reader, { roster }: WhatWorks, family: string | null): readonly Html[] {
  const { language } = reader;
  const { people, readAt, problem, leavers } = roster;
  const date = readAt === null ? '' : momentOf(reader, readAt);
  const first = paragraph(filledIn(language, `about.roster.${roster.state}`, { people, date }));
  return [
    first,
    ...(roster.state === 'missing' ? [paragraph(textIn(language, rosterAdvice(family)))] : []),
    ...(problem === null ? [] : [paragraph(textIn(language, `about.problem.${problemGroup(problem)}`))]),
    ...(leavers === null ? [] : [leaversPart(language, leavers)]),
  ];
}

function leaversPart(language: string, count: number): Html {
  return html`<form>
    <p>${filledIn(language, 'about.leavers', { count })}</p>
    ${hidden('act', 'leavers')}
    <button type="submit" id="leavers">${filledIn(language, 'about.leavers.confirm', { count })}</button>
  </form>`;
}

function extentWords(language: string, extent: Extent, advice: LtiText): readonly Html[] {
  const first = paragraph(textIn(language, `about.${extent}`));
  return extent === 'all' ? [first] : [first, paragraph(textIn(language, advice))];
}

function periodWords(reader: Reader, { works, period, isTold }: AboutCourse): readonly Html[] {
  const { language } = reader;
  const { startsOn, endsOn } = period;
  if (works.period === 'all' && startsOn !== null && endsOn !== null)
    return [
      paragraph(
        filledIn(language, 'about.period.all', {
          from: dayOf(language, startsOn),
          to: dayOf(language, endsOn),
        }),
      ),
    ];
  const field = (name: 'startsOn' | 'endsOn', label: LtiText): Html =>
    html`<label
      >${textIn(language, label)}
      <input
        type="date"
        name="${name}"
        id="${name}"
        value="${period[name] ?? ''}"
        ${isTold[name] ? 'readonly' : ''}
    /></label>`;
  return [
    paragraph(textIn(language, `about.period.${works.period === 'none' ? 'none' : 'some'}`)),
    html`<form id="period">
      ${hidden('act', 'period')} ${field('startsOn', 'about.period.from')}
      ${field('endsOn', 'about.period.to')} ${submit(language, 'about.save', 'period')}
    </form>`,
  ];
}

function unnamedPart(language: string, { items, total, page }: AboutCourse['unnamed']): Html | '' {
  if (total === 0) return '';
  const last = Math.ceil(total / pageSize);
  return html`<h3>${textIn(language, 'about.unnamed')}</h3>
    <ul>
      ${items.map((person) => html`<li>${nameForm(language, person, page)}</li>`)}
    </ul>
    <form>
      ${page > 1 ? turn(language, 'about.earlier', page - 1) : ''}
      ${page < last ? turn(language, 'about.more', page + 1) : ''}
    </form>`;
}

function nameForm(language: string, { id, name, firstName, lastName }: Unnamed, page: number): Html {
  const field = (part: string, label: LtiText, value: string): Html =>
    html`<label
      >${textIn(language, label)}
      <input name="${part}" id="${part}-${id}" value="${value}" maxlength="120" autocomplete="off"
    /></label>`;
  return html`<form id="person-${id}" aria-label="${name}">
    <b>${name}</b> ${hidden('act', 'name')} ${hidden('member', id)} ${hidden('page', String(page))}
    ${field('firstName', 'about.firstName', firstName)} ${field('lastName', 'about.lastName', lastName)}
    ${submit(language, 'about.save', id)}
  </form>`;
}

function turn(language: string, key: LtiText, page: number): Html {
  return html`<button type="submit" name="page" value="${page}" id="${key}">
    ${textIn(language, key)}
  </button>`;
}

function submit(language: string, key: LtiText, of: string = key): Html {
  return html`<button type="submit" id="save-${of}">${textIn(language, key)}</button>`;
}

function hidden(name: string, value: string): Html {
  return html`<input type="hidden" name="${name}" value="${value}" />`;
}

function paragraph(text: string): Html {
  return html`<p>${text}</p>`;
}

/** Where the names and roles of a course are switched on. */
function rosterAdvice(family: string | null): LtiText {
  return family === 'moodle' || family === 'canvas' ? `about.roster.how.${family}` : 'about.roster.how';
}

function namesAdvice(family: string | null): LtiText {
  return family === 'moodle' || family === 'canvas' ? `about.names.how.${family}` : 'about.names.how';
}

function problemGroup(problem: ServiceProblem): 'no-answer' | 'refused' | 'unusable' {
  if (problem === 'no-answer') return problem;
  return problem === 'refused' || problem === 'token-refused' ? 'refused' : 'unusable';
}

/** An instant, as clocks where the reader is show it. */
function momentOf({ language, timeZone }: Reader, instant: string): string {
  const style = { dateStyle: 'long', timeStyle: 'short', timeZone } as const;
  return writtenDate(new Intl.DateTimeFormat(dateRegion(language), style), language, new Date(instant));
}

function dayOf(language: string, day: string): string {
  const format = new Intl.DateTimeFormat(dateRegion(language), { dateStyle: 'long', timeZone: 'UTC' });
  return writtenDate(format, language, new Date(`${day}T00:00Z`));
}
