import { html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import type { Seance } from '../seance/seance.js';
import type { CalendarContext } from './calendar-context.js';

/** A séance on a day: a link to it, that staff can drag. */
export function calendarEntry(
  context: CalendarContext,
  seance: Seance,
  isResizable: boolean,
): TemplateResult {
  const { isMovable, locale, timeZone } = context;
  const classes = {
    entry: true,
    past: seance.state === 'past',
    movable: isMovable,
    moving: seance.id === context.moving,
  };
  return html`<a
    class=${classMap(classes)}
    href=${context.hrefOf(seance.id)}
    title=${seance.name}
    draggable="false"
    data-id=${seance.id}
    @click=${(event: MouseEvent) => context.open(event, seance.id)}
    @keydown=${(event: KeyboardEvent) => context.press(event, seance)}
    @pointerdown=${(event: PointerEvent) => context.grab(event, seance, 'move')}
    ><span class="when">${locale.time(`${seance.start}Z`, 'UTC')}</span
    ><span class="until">–${locale.time(`${seance.end}Z`, 'UTC')}</span>
    <span class="what">${seance.name}</span>
    ${seance.timeZone === timeZone ? nothing : html`<span class="where">${seance.timeZone}</span>`}
    ${seance.location ? html`<span class="where">${seance.location.name}</span>` : nothing}
    ${
      isMovable && isResizable
        ? html`<span
            class="end"
            aria-hidden="true"
            @pointerdown=${(event: PointerEvent) => context.grab(event, seance, 'end')}
          ></span>`
        : nothing
    }</a
  >`;
}
