import { isCancelled } from './event-days.js';
import { localDay, propertiesOf, type Stamp, stampOf, textOf } from './event-properties.js';
import type { FileEvent } from './file-events.js';

/** An event of a file, and what the other events of the file say about it. */
export interface FoundEvent {
  readonly event: FileEvent;
  /** True when the file has a later version of it. */
  readonly isSuperseded: boolean;
  /** True when all that it is a date of is cancelled. */
  readonly isCancelled: boolean;
  /** True when it also changes all dates after its own. */
  readonly changesFollowing: boolean;
  /** Says which of its days have an event of their own. */
  readonly isReplaced: (day: number) => boolean;
}

/** Which date of which event this one is for; null for all of them. */
interface Identity {
  readonly uid: string;
  readonly date: Stamp | null;
  readonly changesFollowing: boolean;
}

/** What orders the versions of an event (RFC 5546, 2.1.5), the last of them being in force. */
interface Version {
  readonly index: number;
  readonly sequence: number;
  readonly stamp: string;
}

/** The events with what they are to each other, in their order. Those without an UID stand alone. */
export function foundEvents(events: readonly FileEvent[]): readonly FoundEvent[] {
  const identities = events.map(identityOf);
  const latest = latestVersions(events, identities);
  const replacements = new Map<string, Identity[]>();
  const cancelled = new Set<string>();
  for (const [key, { index }] of latest) {
    const [event, identity] = [events[index], identities[index]];
    if (!event || !identity) continue;
    const { uid, date } = identity;
    if (!date) {
      if (isCancelled(event)) cancelled.add(key);
    } else if (replacements.get(uid)?.push(identity) === undefined) replacements.set(uid, [identity]);
  }
  return events.map((event, index) => {
    const identity = identities[index];
    const { uid = '', date = null, changesFollowing = false } = identity ?? {};
    const found = date ? [] : (replacements.get(uid) ?? []);
    return {
      event,
      isSuperseded: identity !== undefined && latest.get(keyOf(identity))?.index !== index,
      isCancelled: date !== null && cancelled.has(keyOf({ uid, date: null })),
      changesFollowing,
      isReplaced: replacedBy(found),
    };
  });
}

/** Undefined for what has no name that others could call it by, and for what cannot be read. */
function identityOf(event: FileEvent): Identity | undefined {
  const uid = textOf(event, 'uid');
  if (uid === '' || !event.isWhole) return undefined;
  const property = propertiesOf(event, 'recurrence-id')?.[0];
  const date = stampOf(property?.[3]) ?? null;
  if (date === null && event.lines.has('recurrence-id')) return undefined;
  const parameters = property?.[1] as { readonly range?: unknown } | undefined;
  return { uid, date, changesFollowing: parameters?.range === 'THISANDFUTURE' };
}

function latestVersions(
  events: readonly FileEvent[],
  identities: readonly (Identity | undefined)[],
): ReadonlyMap<string, Version> {
  const latest = new Map<string, Version>();
  for (const [index, event] of events.entries()) {
    const identity = identities[index];
    if (!identity) continue;
    const version = versionOf(event, index);
    const before = latest.get(keyOf(identity));
    if (!before || isLater(version, before)) latest.set(keyOf(identity), version);
  }
  return latest;
}

function versionOf(event: FileEvent, index: number): Version {
  const sequence = Number(textOf(event, 'sequence')) || 0;
  return { index, sequence, stamp: textOf(event, 'last-modified') || textOf(event, 'dtstamp') };
}

function isLater(version: Version, before: Version): boolean {
  if (version.sequence !== before.sequence) return version.sequence > before.sequence;
  return version.stamp >= before.stamp;
}

function keyOf({ uid, date }: Pick<Identity, 'uid' | 'date'>): string {
  return `${date ? localDay(date) : ''} ${uid}`;
}

function replacedBy(identities: readonly Identity[]): (day: number) => boolean {
  const days = new Set<number>();
  let following = Infinity;
  for (const { date, changesFollowing } of identities) {
    if (!date) continue;
    days.add(localDay(date));
    if (changesFollowing) following = Math.min(following, localDay(date));
  }
  return (day) => days.has(day) || day >= following;
}
