import type { Named } from '../event/seance-event.js';
import type { Audience } from '../notice/change-set.js';
import type { Instant } from '../time/schedule.js';

/** A comment: what staff tell the users of a séance about it. */
export interface Comment {
  /** UUIDv7. */
  readonly id: string;
  readonly spaceId: string;
  readonly sessionId: string;
  readonly seanceId: string;
  /** Sanitised HTML that shows something. */
  readonly content: string;
  /** Who was told of it when it was added; null when nobody was. */
  readonly announcedTo: readonly Audience[] | null;
  /** Who wrote it first, with the name that they had then; whoever edits it later leaves that as it is. */
  readonly author: Named;
  readonly createdAt: Instant;
  /** When it was last edited; null when it never was. */
  readonly editedAt: Instant | null;
  readonly deletedAt: Instant | null;
  /** Counts its changes, from 1. */
  readonly version: number;
}

/** A comment after a change, which makes another version of it. */
export function changed(
  comment: Comment,
  changes: Partial<Pick<Comment, 'content' | 'editedAt' | 'deletedAt'>>,
): Comment {
  return { ...comment, ...changes, version: comment.version + 1 };
}

/** What an event says of whom to tell of a comment; nothing when that is nobody. */
export function announcing(to: readonly Audience[] | null): {
  readonly announce?: { readonly to: readonly Audience[] };
} {
  return to === null ? {} : { announce: { to } };
}

/** Enough to recognise a text by in the audit trail, which is not the place to read it. */
const excerptLength = 200;

/** The beginning of a text, at most 200 characters, with an ellipsis when there is more. */
export function excerptOf(text: string): string {
  const characters = Array.from(text.slice(0, 2 * excerptLength + 2));
  return characters.length <= excerptLength ? text : `${characters.slice(0, excerptLength - 1).join('')}…`;
}
