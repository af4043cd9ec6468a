import { html, nothing, render, type TemplateResult } from 'lit';
import { isOneDay } from '../core/hours-there.js';
import type { Locale } from '../core/locale.js';
import { nameInText } from '../core/person-name.js';
import { zoneCity } from '../core/zones.js';
import type { Seance } from '../seance/seance.js';
import { sessionOf, type Workplace } from '../space/workplace.js';
import { wallTimeAt } from '../time/wall-time.js';
import type { Enrolment } from '../wire.gen.js';
import signSheetCss from './sign-sheet.css?inline';

/** Rows for who comes without having been enrolled: so many at least, and more where the sheet would be nearly empty. */
const spareRows = 3;
const fewestRows = 10;

/**
 * Draws the sheet that people sign on paper, "Feuille d'émargement": who has a place in a séance, and nobody who waits.
 *
 * @param paper an empty window.
 * @throws RequestFailure when the participants do not come: the window is closed then.
 */
export async function drawSheet(paper: Window, at: Workplace, seance: Seance): Promise<void> {
  const { locale } = at;
  const title = `${locale.text('sheet.title')} – ${seance.name}`;
  draw(paper, locale, title, html`<p role="status">${locale.text('tool.loading')}</p>`);
  try {
    const everybody = { q: '', page: 1, size: 'all' } as const;
    const { items } = await at.client.enrolments.list(seance.id, everybody, 'enrolled');
    draw(
      paper,
      locale,
      title,
      sheet(at, seance, items, () => paper.print()),
    );
  } catch (error) {
    paper.close();
    throw error;
  }
}

/** All of the page each time: some browsers lay an empty one over what was drawn at once. */
function draw(paper: Window, { language }: Locale, title: string, content: TemplateResult): void {
  // Who has closed the window wants nothing in it.
  if (paper.closed) return;
  // What the types call a window is the one around the code.
  const { CSSStyleSheet: Sheet, document: page } = paper as Window & typeof globalThis;
  const style = new Sheet();
  style.replaceSync(signSheetCss);
  page.adoptedStyleSheets = [style];
  page.documentElement.lang = language;
  page.title = title;
  render(content, page.body);
}

function sheet(
  at: Workplace,
  seance: Seance,
  participants: readonly Enrolment[],
  print: () => void,
): TemplateResult {
  const { locale } = at;
  const hasDetails = participants.some(({ user }) => user.detail !== undefined);
  /** Who somebody is, and room to sign. */
  const signed = (who: readonly string[]) => row([...(hasDetails ? who : who.slice(0, 2)), '']);
  const spare = Math.max(spareRows, fewestRows - participants.length);
  return html`<main>
    <button type="button" @click=${print}>${locale.text('sheet.print')}</button>
    <header>
      <h1>${locale.text('sheet.title')}</h1>
      <p class="name" dir="auto">${seance.name}</p>
      <dl>${facts(at, seance)}</dl>
    </header>
    ${participants.length === 0 ? html`<p>${locale.text('sheet.nobody')}</p>` : nothing}
    <table class="participants">
      <thead>
        <tr>
          <th scope="col">${locale.text('participants.lastName')}</th>
          <th scope="col">${locale.text('participants.firstName')}</th>
          ${hasDetails ? html`<th scope="col">${locale.text('participants.detail')}</th>` : nothing}
          <th scope="col">${locale.text('sheet.signature')}</th>
        </tr>
      </thead>
      <tbody>
        ${participants.map(({ user }) => signed([user.lastName || user.name, user.firstName, user.detail ?? '']))}
        ${Array.from({ length: spare }, () => signed(['', '', '']))}
      </tbody>
    </table>
    ${trainers(seance, locale)}
  </main>`;
}

function row(cells: readonly string[]): TemplateResult {
  return html`<tr>
    ${cells.map((cell) => html`<td dir="auto">${cell}</td>`)}
  </tr>`;
}

/** The trainers sign below; without any, there is a place for who came. */
function trainers({ trainers: all }: Seance, locale: Locale): TemplateResult {
  const names = all.length > 0 ? all.map(nameInText) : [''];
  return html`<table class="trainers">
    <caption>
      ${locale.text('sheet.trainer')}
    </caption>
    <tbody>
      ${names.map((name) => row([name, '']))}
    </tbody>
  </table>`;
}

/** What says which séance it was: what nobody knows has no line. */
function facts(at: Workplace, seance: Seance): readonly TemplateResult[] {
  const { locale, space } = at;
  const place = seance.location && [seance.location.name, seance.location.city].filter(Boolean).join(', ');
  const lines: readonly (readonly [term: string, said: string])[] = [
    [locale.text('sheet.space'), space.name],
    [locale.text('tool.session'), sessionOf(at, seance.sessionId).name],
    ...times(seance, locale, space.actor.timeZone),
    [locale.text('column.location'), place ?? (seance.onlineUrl === null ? '' : locale.text('online.title'))],
    [locale.text('column.trainers'), locale.list(seance.trainers.map(nameInText))],
  ];
  return lines
    .filter(([, said]) => said !== '')
    .map(
      ([term, said]) =>
        html`<div>
          <dt>${term}</dt>
          <dd dir="auto">${said}</dd>
        </div>`,
    );
}

/** By the clocks where it takes place: their zone is named when it is not the reader's. */
function times(
  { startsAt, endsAt, timeZone }: Seance,
  locale: Locale,
  ownZone: string,
): readonly (readonly [term: string, said: string])[] {
  const zone = timeZone === ownZone ? '' : ` (${zoneCity(timeZone, locale)})`;
  if (!isOneDay(startsAt, endsAt, locale, timeZone))
    return [[locale.text('column.date'), locale.period(startsAt, endsAt, timeZone) + zone]];
  const day = wallTimeAt(new Date(startsAt), timeZone).slice(0, 10);
  const hours = [startsAt, endsAt].map((instant) => locale.time(instant, timeZone)).join(' – ');
  return [
    [locale.text('column.date'), locale.dayAs('fullDay', day)],
    [locale.text('sheet.hours'), hours + zone],
  ];
}
