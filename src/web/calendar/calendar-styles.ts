import { css } from 'lit';

export const calendarStyles = css`
  .pager {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem 1rem;
  }

  .steps,
  .views {
    display: flex;
    gap: 0.25rem;
  }

  h2 {
    flex: 1;
    font-size: 1.125rem;
    font-weight: 500;
    text-align: center;
  }

  h2::first-letter {
    text-transform: uppercase;
  }

  .views [aria-pressed='true'] {
    border-color: var(--_primary);
    background: var(--_primary);
    color: var(--_primary-text);
  }

  ul,
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .date {
    display: flex;
    align-items: center;
    justify-content: space-between;
    width: 100%;
    min-height: 1.75rem;
    padding: 0.125rem 0.375rem;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    font-weight: 500;
  }

  button.date,
  .more {
    cursor: pointer;
  }

  button.date:hover,
  .more:hover {
    background: var(--_shade);
  }

  .date[aria-current] {
    background: var(--_primary);
    color: var(--_primary-text);
  }

  .more {
    width: 100%;
    min-height: 1.5rem;
    padding: 0 0.375rem;
    border: 0;
    background: none;
    color: var(--_primary);
    font-size: 0.8125rem;
    text-align: start;
  }

  .entry {
    position: relative;
    display: block;
    min-height: 1.5rem;
    padding: 0.0625rem 0.375rem;
    overflow: hidden;
    border: 1px solid color-mix(in srgb, var(--_primary) 45%, var(--_surface));
    border-inline-start: 4px solid var(--_primary);
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_primary) 10%, var(--_surface));
    color: var(--_text);
    font-size: 0.8125rem;
    line-height: 1.35;
    text-decoration: none;
    overflow-wrap: anywhere;
  }

  .entry:hover {
    background: color-mix(in srgb, var(--_primary) 20%, var(--_surface));
  }

  .entry:focus-visible {
    z-index: 2;
    outline-offset: 0;
  }

  .entry.past {
    border-color: var(--_line);
    border-inline-start-color: var(--_edge);
    background: var(--_shade);
  }

  .entry.movable {
    cursor: grab;
    user-select: none;
  }

  .entry.moving {
    z-index: 3;
    border-style: dashed;
    border-color: var(--_primary);
    box-shadow: 0 2px 12px rgb(0 0 0 / 30%);
    cursor: grabbing;
  }

  .when,
  .until {
    font-variant-numeric: tabular-nums;
  }

  .what {
    font-weight: 600;
  }

  .where {
    display: none;
    color: var(--_muted);
  }

  .end {
    position: absolute;
    inset: auto 0 0;
    height: 0.5rem;
    cursor: ns-resize;
  }

  .hint {
    font-size: 0.875rem;
  }

  .month {
    width: 100%;
    border-collapse: collapse;
    table-layout: fixed;
  }

  .month th {
    padding: 0.25rem;
    font-weight: 500;
  }

  .month td {
    height: 6.5rem;
    padding: 0.125rem;
    border: 1px solid var(--_line);
    vertical-align: top;
  }

  .month .other {
    background: var(--_shade);
  }

  .month .other .date:not([aria-current]) {
    color: var(--_muted);
  }

  .month li + li {
    margin-top: 0.125rem;
  }

  .month .entry {
    white-space: nowrap;
    text-overflow: ellipsis;
  }

  .month .until,
  .month .count {
    display: none;
  }

  .times {
    --_hour: 3rem;
    display: grid;
    grid-template-columns: 4rem repeat(var(--columns), minmax(0, 1fr));
  }

  .hours {
    margin-top: 2rem;
    color: var(--_muted);
    font-size: 0.8125rem;
    text-align: end;
  }

  .hours li {
    height: var(--_hour);
    padding-inline-end: 0.5rem;
    transform: translateY(-0.5em);
  }

  .times h3 {
    height: 2rem;
    font-size: 0.9375rem;
    font-weight: 500;
  }

  .times.day :is(.hours, .slots) {
    margin-top: 0.5rem;
  }

  .times section {
    border-inline-start: 1px solid var(--_line);
  }

  .times .date {
    justify-content: center;
  }

  .times .full {
    display: none;
  }

  .slots {
    position: relative;
    height: calc(var(--hours) * var(--_hour));
    background: repeating-linear-gradient(
      var(--_line) 0 1px,
      transparent 1px calc(var(--_hour) / 2),
      var(--_shade) calc(var(--_hour) / 2) calc(var(--_hour) / 2 + 1px),
      transparent calc(var(--_hour) / 2 + 1px) var(--_hour)
    );
  }

  .slots li {
    position: absolute;
    top: calc((var(--from) / 60 - var(--first)) * var(--_hour));
    inset-inline-start: calc(var(--lane) / var(--lanes) * 100%);
    width: calc(100% / var(--lanes));
    height: max(1.5rem, calc((var(--to) - var(--from)) / 60 * var(--_hour)));
    padding: 1px;
  }

  .times .entry {
    height: 100%;
  }

  .times .what {
    display: block;
  }

  .times.day .where {
    display: block;
  }

  @container (max-width: 44rem) {
    h2 {
      order: -1;
      flex-basis: 100%;
    }

    .hint {
      display: none;
    }

    .month td {
      height: auto;
      padding: 0;
    }

    .month ul {
      display: none;
    }

    .month .date {
      flex-direction: column;
      justify-content: flex-start;
      min-height: 3.25rem;
      padding: 0.25rem 0;
    }

    .month .count {
      display: block;
      min-width: 1.5rem;
      padding: 0 0.25rem;
      border-radius: 1rem;
      background: var(--_primary);
      color: var(--_primary-text);
      font-size: 0.8125rem;
      text-align: center;
    }

    .month .date[aria-current] .count {
      background: var(--_primary-text);
      color: var(--_primary);
    }

    .times.week {
      display: block;
    }

    .week .hours,
    .week .short {
      display: none;
    }

    .week .full {
      display: inline;
    }

    .week section {
      border: 0;
    }

    .week .date {
      justify-content: flex-start;
    }

    .week .slots {
      height: auto;
      margin-bottom: 0.75rem;
      background: none;
    }

    .week .slots li {
      position: static;
      width: auto;
      height: auto;
      margin-top: 0.25rem;
    }

    .week .where {
      display: block;
    }

    .week .end {
      display: none;
    }

    .times.day {
      grid-template-columns: 3.25rem minmax(0, 1fr);
    }
  }

  @media (forced-colors: active) {
    [aria-pressed='true'],
    .date[aria-current] {
      border: 3px solid Highlight;
    }
  }
`;
