import type { EnrolmentMode } from '../../src/domain/seance/seance.js';

/** What became of a command: everything that is refused is alike here, other suites know the codes. */
export type Outcome = 'enrolled' | 'waiting' | 'already' | 'done' | 'refused';

/** Somebody in the line of a séance, in the order in which they came. */
interface Turn {
  readonly user: string;
  isIn: boolean;
  /** The séance of the group that is given up for this one; null for none. */
  insteadOf: number | null;
}

export interface ModelSeance {
  readonly isInGroup: boolean;
  mode: EnrolmentMode;
  capacity: number | null;
  isDeleted: boolean;
  line: Turn[];
}

/** Places as the design describes them, for a reader rather than for a database: séances are known by their index. */
export class PlacesModel {
  limit = 1;
  promotion: 'automatic' | 'staff' = 'automatic';
  isEnabled = true;

  /** @param learners everybody of the session, in the directory's order. */
  constructor(
    readonly seances: readonly ModelSeance[],
    private readonly learners: readonly string[],
  ) {}

  get queuesMove(): boolean {
    return this.isEnabled && this.promotion === 'automatic';
  }

  turnOf(user: string, index: number | null): Turn | undefined {
    return index === null ? undefined : this.at(index).line.find((turn) => turn.user === user);
  }

  /** Who comes gets a place when one is free and nobody waits, within the limit of the group. */
  enrol(user: string, index: number, insteadOf: number | null = null): Outcome {
    const { line, isInGroup } = this.at(index);
    const before = this.turnOf(user, index);
    if (before && !before.isIn && isInGroup) before.insteadOf = insteadOf ?? before.insteadOf;
    const turn = before ?? { user, isIn: false, insteadOf: isInGroup ? insteadOf : null };
    if (!before && !this.isWithinLimit(turn, index)) return 'refused';
    const isFirst = line.every(({ isIn }) => isIn);
    if (!before) line.push(turn);
    if (!before && isFirst && !this.isFull(index)) this.giveAPlace(turn);
    this.settle();
    if (before) return 'already';
    return turn.isIn ? 'enrolled' : 'waiting';
  }

  /** Staff may pass over the queue, and over nothing else. */
  accept(user: string, index: number): Outcome {
    const turn = this.turnOf(user, index);
    if (turn?.isIn) return 'done';
    if (!turn || this.isFull(index) || !this.isWithinLimit(turn, index)) return 'refused';
    this.giveAPlace(turn);
    this.settle();
    return 'done';
  }

  remove(user: string, index: number): Outcome {
    const seance = this.at(index);
    seance.line = seance.line.filter((turn) => turn.user !== user);
    this.settle();
    return 'done';
  }

  /** The old place is kept unless the new one is had. */
  move(user: string, from: number, to: number): Outcome {
    const there = this.turnOf(user, to);
    const known = there?.insteadOf ?? null;
    if (there) there.insteadOf = from;
    const isFree = !this.isFull(to) && this.at(to).line.every(({ isIn }) => isIn);
    const isHad = there
      ? this.accept(user, to) === 'done'
      : isFree && this.enrol(user, to, from) !== 'refused';
    if (there && !isHad) there.insteadOf = known;
    return isHad ? this.remove(user, from) : 'refused';
  }

  resize(index: number, capacity: number | null): Outcome {
    const seance = this.at(index);
    if (seance.mode !== 'automatic' && capacity !== null && capacity < this.taken(index)) return 'refused';
    seance.capacity = capacity;
    this.settle();
    return 'done';
  }

  /** Into automatic nobody needs a place; out of it everybody has one. */
  changeMode(index: number, mode: EnrolmentMode): Outcome {
    const seance = this.at(index);
    const wasAutomatic = seance.mode === 'automatic';
    if (wasAutomatic && mode !== 'automatic') {
      if (seance.capacity !== null && seance.capacity < this.learners.length) return 'refused';
      seance.line = this.learners.map((user) => ({ user, isIn: true, insteadOf: null }));
    }
    if (mode === 'automatic') seance.line = [];
    seance.mode = mode;
    return 'done';
  }

  changeLimit(limit: number): Outcome {
    if (this.learners.some((user) => this.placesInGroup(user) > limit)) return 'refused';
    this.limit = limit;
    this.settle();
    return 'done';
  }

  changeSettings(settings: { promotion: 'automatic' | 'staff'; enrolmentEnabled: boolean }): Outcome {
    this.promotion = settings.promotion;
    this.isEnabled = settings.enrolmentEnabled;
    this.settle();
    return 'done';
  }

  delete(index: number): Outcome {
    this.at(index).isDeleted = true;
    this.settle();
    return 'done';
  }

  /** Who has used up the limit elsewhere meanwhile waits at their old turn. */
  restore(index: number): Outcome {
    this.at(index).isDeleted = false;
    for (const turn of this.at(index).line)
      if (this.at(index).isInGroup && this.placesInGroup(turn.user) > this.limit) turn.isIn = false;
    this.settle();
    return 'done';
  }

  /** The first who may have a place gets it, again and again until nobody may. */
  settle(): void {
    if (!this.queuesMove) return;
    for (let next = this.next(); next; next = this.next()) this.giveAPlace(next);
  }

  private next(): Turn | undefined {
    const mayHave = (turn: Turn, index: number) =>
      !turn.isIn && !this.at(index).isDeleted && !this.isFull(index) && this.isWithinLimit(turn, index);
    return this.seances.flatMap(({ line }, index) => line.filter((turn) => mayHave(turn, index)))[0];
  }

  private giveAPlace(turn: Turn): void {
    const given = this.givenUp(turn);
    turn.isIn = true;
    turn.insteadOf = null;
    for (const seance of this.seances) seance.line = seance.line.filter((other) => other !== given);
  }

  /** A place that is given up makes room for the new one, when both are in the group. */
  private isWithinLimit(turn: Turn, index: number): boolean {
    if (!this.at(index).isInGroup) return true;
    return this.placesInGroup(turn.user) - (this.givenUp(turn) ? 1 : 0) < this.limit;
  }

  private givenUp({ user, insteadOf }: Turn): Turn | undefined {
    if (insteadOf === null || !this.counts(this.at(insteadOf))) return undefined;
    const turn = this.turnOf(user, insteadOf);
    return turn?.isIn ? turn : undefined;
  }

  private placesInGroup(user: string): number {
    const isIn = ({ line }: ModelSeance) => line.some((turn) => turn.user === user && turn.isIn);
    return this.seances.filter((seance) => this.counts(seance) && isIn(seance)).length;
  }

  private counts({ isInGroup, isDeleted }: ModelSeance): boolean {
    return isInGroup && !isDeleted;
  }

  private isFull(index: number): boolean {
    const { capacity } = this.at(index);
    return capacity !== null && this.taken(index) >= capacity;
  }

  private taken(index: number): number {
    return this.at(index).line.filter(({ isIn }) => isIn).length;
  }

  private at(index: number): ModelSeance {
    return this.seances[index] as ModelSeance;
  }
}
