import { nameInText } from '../core/person-name.js';
import type { Seance } from '../seance/seance.js';

/** What the colours of the calendar may stand for. */
export const toneKinds = ['none', 'group', 'location', 'trainer'] as const;
export type ToneKind = (typeof toneKinds)[number];

/** How many colours there are; their look: `calendar-tones.css`. */
export const toneCount = 8;

/** A group, a place or a trainer, and its colour, from 0. */
export interface Tone {
  readonly name: string;
  readonly tone: number;
}

/** The colours of some séances. */
export interface Tones {
  /** What each colour stands for, by name. */
  readonly key: readonly Tone[];
  readonly of: (seance: Seance) => Tone | undefined;
}

/** Something has the same colour on every page, unless something else on this one has it already. */
export function tonesOf(seances: readonly Seance[], kind: ToneKind, language: string): Tones {
  const things = new Map(
    seances.flatMap((seance) => thingOf(seance, kind) ?? []).map((one) => [one.id, one]),
  );
  const taken = new Set<number>();
  const tones = new Map<string, Tone>();
  for (const { id, name } of [...things.values()].sort((one, other) => (one.id < other.id ? -1 : 1))) {
    const tone = freeTone(sum(id) % toneCount, taken);
    taken.add(tone);
    if (taken.size === toneCount) taken.clear();
    tones.set(id, { name, tone });
  }
  const { compare } = new Intl.Collator(language, { numeric: true });
  return {
    key: [...tones.values()].sort((one, other) => compare(one.name, other.name)),
    of: (seance) => tones.get(thingOf(seance, kind)?.id ?? ''),
  };
}

/** What a séance has its colour from: of several trainers the first. */
function thingOf(seance: Seance, kind: ToneKind): { readonly id: string; readonly name: string } | undefined {
  if (kind === 'group') return seance.group ?? undefined;
  if (kind === 'location') return seance.location ?? undefined;
  const trainer = kind === 'trainer' ? seance.trainers[0] : undefined;
  return trainer && { id: trainer.id, name: nameInText(trainer) };
}

function freeTone(wished: number, taken: ReadonlySet<number>): number {
  for (let step = 0; step < toneCount; step += 1) {
    const tone = (wished + step) % toneCount;
    if (!taken.has(tone)) return tone;
  }
  return wished;
}

/** Any number that an id always has. */
function sum(id: string): number {
  return Array.from(id, (_, index) => id.charCodeAt(index)).reduce(
    (total, unit) => (total * 31 + unit) % 65_521,
    0,
  );
}
