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
  /** In minutes, on the model's clock. */
  start: number;
  mode: EnrolmentMode;
  capacity: number | null;
  isDeleted: boolean;
  line: Turn[];
}

export interface ModelSettings {
  readonly promotion: 'automatic' | 'staff';
  readonly enrolmentEnabled: boolean;
  readonly closingDelayMinutes: number;
}

/** Places as a reader would describe them rather than a database: séances are known by their index. */
export class PlacesModel {
  limit = 1;
  promotion: 'automatic' | 'staff' = 'automatic';
  isEnabled = true;
  closingDelay = 0;
  /** In minutes since the beginning. */
  now = 0;

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
    const before = this.turnOf(user, index);
    const mayTake = this.mayTake(index, 'learner');
    if (!before && !mayTake) return 'refused';
    const given = this.named(user, index, insteadOf);
    if (given && !before?.isIn && !this.isOpen(insteadOf, 'learner')) return 'refused';
    return mayTake ? this.come(user, index, insteadOf) : 'already';
  }

  enrolByStaff(users: readonly string[], index: number): Outcome[] {
    return users.map((user) => (this.mayTake(index, 'staff') ? this.come(user, index) : 'refused'));
  }

  /** Staff may pass over the queue, and over nothing else. */
  accept(user: string, index: number): Outcome {
    const turn = this.turnOf(user, index);
    if (!this.mayTake(index, 'staff')) return 'refused';
    if (turn?.isIn) return 'done';
    if (!turn || this.isFull(index) || !this.isWithinLimit(turn, index, 'staff')) return 'refused';
    this.giveAPlace(turn, index, 'staff');
    this.settle();
    return 'done';
  }

  remove(user: string, index: number, by: 'learner' | 'staff'): Outcome {
    if (!this.isOpen(index, by)) return 'refused';
    const seance = this.at(index);
    seance.line = seance.line.filter((turn) => turn.user !== user);
    this.settle();
    return 'done';
  }

  /** The old place is kept unless the new one is had. */
  move(user: string, from: number, to: number): Outcome {
    if (!this.isOpen(from, 'staff') || !this.mayTake(to, 'staff')) return 'refused';
    const there = this.turnOf(user, to);
    const known = there?.insteadOf ?? null;
    if (there) there.insteadOf = from;
    const isFree = !this.isFull(to) && this.at(to).line.every(({ isIn }) => isIn);
    const isHad = there
      ? this.accept(user, to) === 'done'
      : isFree && this.come(user, to, from, 'staff') !== 'refused';
    if (there && !isHad) there.insteadOf = known;
    return isHad ? this.remove(user, from, 'staff') : 'refused';
  }

  resize(index: number, capacity: number | null): Outcome {
    const seance = this.at(index);
    if (seance.mode !== 'automatic' && capacity !== null && capacity < this.taken(index)) return 'refused';
    seance.capacity = capacity;
    this.settle();
    return 'done';
  }

  /** Into automatic nobody needs a place, but who was in when it began has it; out of automatic everybody has one. */
  changeMode(index: number, mode: EnrolmentMode): Outcome {
    const seance = this.at(index);
    const wasAutomatic = seance.mode === 'automatic';
    if (mode === 'automatic' && !wasAutomatic && this.hasBegun(index) && this.taken(index) > 0)
      return 'refused';
    if (wasAutomatic && mode !== 'automatic') {
      if (seance.capacity !== null && seance.capacity < this.learners.length) return 'refused';
      seance.line = this.learners.map((user) => ({ user, isIn: true, insteadOf: null }));
    }
    if (mode === 'automatic') seance.line = [];
    seance.mode = mode;
    this.settle();
    return 'done';
  }

  changeStart(index: number, start: number): Outcome {
    this.at(index).start = start;
    this.settle();
    return 'done';
  }

  changeLimit(limit: number): Outcome {
    if (this.learners.some((user) => this.placesInGroup(user) > limit)) return 'refused';
    this.limit = limit;
    this.settle();
    return 'done';
  }

  changeSettings(settings: ModelSettings): Outcome {
    this.promotion = settings.promotion;
    this.isEnabled = settings.enrolmentEnabled;
    this.closingDelay = settings.closingDelayMinutes;
    this.settle();
    return 'done';
  }

  delete(index: number): Outcome {
    this.at(index).isDeleted = true;
    this.settle();
    return 'done';
  }

  /** Who has used up the limit elsewhere meanwhile waits at their old turn; what has begun does not come back then. */
  restore(index: number): Outcome {
    this.at(index).isDeleted = false;
    const tooMany = this.at(index).line.filter(
      ({ user, isIn }) => isIn && this.at(index).isInGroup && this.placesInGroup(user) > this.limit,
    );
    if (tooMany.length > 0 && this.hasBegun(index)) {
      this.at(index).isDeleted = true;
      return 'refused';
    }
    for (const turn of tooMany) turn.isIn = false;
    this.settle();
    return 'done';
  }

  /** The first who may have a place gets it, again and again until nobody may. */
  settle(): void {
    if (!this.queuesMove) return;
    for (let next = this.next(); next; next = this.next()) this.giveAPlace(...next, 'learner');
  }

  private next(): [Turn, number] | undefined {
    for (const [index, { line, isDeleted }] of this.seances.entries()) {
      if (isDeleted || this.isFull(index) || this.hasBegun(index)) continue;
      const turn = line.find((one) => !one.isIn && this.isWithinLimit(one, index, 'learner'));
      if (turn) return [turn, index];
    }
    return undefined;
  }

  private come(
    user: string,
    index: number,
    insteadOf: number | null = null,
    by: 'learner' | 'staff' = 'learner',
  ): Outcome {
    const { line, isInGroup } = this.at(index);
    const before = this.turnOf(user, index);
    if (before && !before.isIn && isInGroup) before.insteadOf = insteadOf ?? before.insteadOf;
    const turn = before ?? { user, isIn: false, insteadOf: isInGroup ? insteadOf : null };
    if (!before && !this.isWithinLimit(turn, index, by)) return 'refused';
    const isFirst = line.every(({ isIn }) => isIn);
    if (!before) line.push(turn);
    if (!before && isFirst && !this.isFull(index)) this.giveAPlace(turn, index, by);
    this.settle();
    if (before) return 'already';
    return turn.isIn ? 'enrolled' : 'waiting';
  }

  private giveAPlace(turn: Turn, index: number, by: 'learner' | 'staff'): void {
    const given = this.givenUp(turn, index, by);
    turn.isIn = true;
    turn.insteadOf = null;
    for (const seance of this.seances) seance.line = seance.line.filter((other) => other !== given);
  }

  /** A place that is given up makes room for the new one, when both are in the group. */
  private isWithinLimit(turn: Turn, index: number, by: 'learner' | 'staff'): boolean {
    if (!this.at(index).isInGroup) return true;
    return this.placesInGroup(turn.user) - (this.givenUp(turn, index, by) ? 1 : 0) < this.limit;
  }

  /** What may not be left is not given up, whoever decides it. */
  private givenUp({ user, insteadOf }: Turn, index: number, by: 'learner' | 'staff'): Turn | undefined {
    const turn = this.named(user, index, insteadOf);
    return turn && this.isOpen(insteadOf, by) ? turn : undefined;
  }

  /** The place that somebody has in the séance that they would give up for another one of the group. */
  private named(user: string, index: number, insteadOf: number | null): Turn | undefined {
    if (insteadOf === null || !this.counts(this.at(insteadOf)) || !this.at(index).isInGroup) return undefined;
    const turn = this.turnOf(user, insteadOf);
    return turn?.isIn ? turn : undefined;
  }

  /** The switch keeps nobody in. */
  private mayTake(index: number, by: 'learner' | 'staff'): boolean {
    return this.isEnabled && this.isOpen(index, by);
  }

  /** Whether places change hands: of public séances until the closing delay, and as long as staff like until the start. */
  private isOpen(index: number | null, by: 'learner' | 'staff'): boolean {
    if (index === null || this.hasBegun(index)) return false;
    const { start, mode } = this.at(index);
    return by === 'staff' || (mode === 'public' && this.now < start - this.closingDelay);
  }

  private hasBegun(index: number): boolean {
    return this.now >= this.at(index).start;
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
