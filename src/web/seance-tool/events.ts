import type { Seance } from '../wire.gen.js';

/** What `<seance-tool>` tells its host, after the server did it. The events bubble and leave the shadow root. */
export interface SeanceToolEvents {
  /** A séance was created. */
  'seance-created': CustomEvent<{ readonly seance: Seance }>;
  /** A séance was changed. */
  'seance-edited': CustomEvent<{ readonly seance: Seance }>;
  /** Séances that were ticked were changed. */
  'seances-edited': CustomEvent<{ readonly ids: readonly string[] }>;
  /** A séance was repeated: so many were created, in a series that it is in too. */
  'seance-repeated': CustomEvent<{
    readonly seance: Seance;
    readonly seriesId: string;
    readonly created: number;
  }>;
  /** A séance was cancelled, and with it so many of its series, itself included. */
  'seance-cancelled': CustomEvent<{ readonly seance: Seance; readonly count: number }>;
  /** A cancellation was undone, of so many. */
  'seance-reinstated': CustomEvent<{ readonly seance: Seance; readonly count: number }>;
  /** Séances that were ticked were cancelled. */
  'seances-cancelled': CustomEvent<{ readonly ids: readonly string[] }>;
  /** That was undone. */
  'seances-reinstated': CustomEvent<{ readonly ids: readonly string[] }>;
  /** Séances were deleted, and can be restored for a while. */
  'seances-deleted': CustomEvent<{ readonly ids: readonly string[] }>;
  /** A deletion was undone. */
  'seances-restored': CustomEvent<{ readonly ids: readonly string[] }>;
}

declare global {
  // The names are TypeScript's: this is how an event is made known to it, of an element and where it bubbles to.
  interface HTMLElementEventMap extends SeanceToolEvents {}
  interface DocumentEventMap extends SeanceToolEvents {}
}

type Detail<Name extends keyof SeanceToolEvents> = SeanceToolEvents[Name]['detail'];

export function tell<Name extends keyof SeanceToolEvents>(
  from: EventTarget,
  name: Name,
  detail: Detail<Name>,
): void {
  from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}
