import type { ReactiveControllerHost } from 'lit';
import type { ConstraintsOf } from '../core/input-constraints.js';
import { Loader } from '../core/loader.js';
import type { SeancesClient } from '../space/seances-client.js';
import type { Location, Seance, SeanceGroup, SeanceInput, Trainer } from './seance.js';

/** What the form chooses among, and the server's constraints. The form can be used without them. */
export class FormChoices {
  readonly #constraints: Loader<ConstraintsOf<SeanceInput>>;
  readonly #locations: Loader<readonly Location[]>;
  readonly #trainers: Loader<readonly Trainer[]>;
  readonly #groups: Loader<readonly SeanceGroup[]>;
  /** What they have stays among the choices, also when it is proposed no more. */
  #seances: readonly Seance[] = [];

  constructor(host: ReactiveControllerHost) {
    this.#constraints = new Loader(host);
    this.#locations = new Loader(host);
    this.#trainers = new Loader(host);
    this.#groups = new Loader(host);
  }

  get constraints(): ConstraintsOf<SeanceInput> {
    return this.#constraints.answer ?? {};
  }

  get locations(): readonly Location[] {
    const there = this.#seances.flatMap(({ location }) => (location ? [location] : []));
    return merged(this.#locations.answer ?? [], there);
  }

  get trainers(): readonly Trainer[] {
    const there = this.#seances.flatMap(({ trainers }) => trainers);
    return merged(this.#trainers.answer ?? [], there);
  }

  get groups(): readonly SeanceGroup[] {
    return this.#groups.answer ?? [];
  }

  get isIncomplete(): boolean {
    return [this.#constraints, this.#locations, this.#trainers, this.#groups].some(({ failure }) => failure);
  }

  /** Whether it is still to be known what there is to choose among. */
  isLoading(what: 'locations' | 'trainers'): boolean {
    return (what === 'locations' ? this.#locations : this.#trainers).isLoading;
  }

  /** Whether it cannot be known. */
  isMissing(what: 'locations' | 'trainers' | 'groups'): boolean {
    const of = { locations: this.#locations, trainers: this.#trainers, groups: this.#groups }[what];
    return of.failure !== undefined;
  }

  /** Ends when all is there, or cannot be had. */
  load(client: SeancesClient, session: string): Promise<unknown> {
    return Promise.all([
      this.#constraints.load((signal) => client.inputConstraints('SeanceInput', signal)),
      this.#locations.load((signal) => client.listLocations(signal)),
      this.#trainers.load((signal) => client.listTrainers(session, signal)),
      this.#groups.load((signal) => client.listGroups(session, signal)),
    ]);
  }

  /** What the séance has, or what somebody else chose for it meanwhile, can be shown, and kept, too. */
  include(seance: Seance): void {
    this.#seances = [...this.#seances, seance];
  }
}

/** The first of each id. */
function merged<T extends { readonly id: string }>(found: readonly T[], there: readonly T[]): readonly T[] {
  return [...found, ...there].filter(({ id }, index, all) => all.findIndex((one) => one.id === id) === index);
}
