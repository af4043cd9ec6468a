import { css } from 'lit';

/** What the table of the séances has beside the other tables: a head that stays, and rows that are not all there. */
export const seanceTableStyles = css`
  th {
    position: sticky;
    top: var(--_top);
    z-index: 1;
    background: var(--_surface);
  }

  /* The head above and the bar of the selection below never hide what has the focus. */
  tbody :is(a, button, input, action-menu) {
    scroll-margin-block: calc(var(--_top) + 5rem) 5rem;
  }

  table.settled {
    table-layout: fixed;
  }

  tbody.virtual tr {
    background: none;
  }

  tbody.virtual tr.odd {
    background: var(--_shade);
  }

  tbody tr.gap:hover {
    box-shadow: none;
  }

  .gap td {
    padding: 0;
    border: 0;
  }

  @media screen {
    @container (max-width: 54rem) {
      tbody tr.gap {
        display: block;
        margin: 0;
        padding: 0;
        border: 0;
      }
    }
  }

  /* Printers repeat the head by themselves. */
  @media print {
    th {
      position: static;
    }
  }
`;
