import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ConstraintsOf } from '../core/input-constraints.js';
import type { Location, Seance, SeanceGroup, SeanceInput, Trainer } from './seance.js';
import type { SeancesClient } from '../space/seances-client.js';

/** What the form chooses among, and the server's constraints. The form can be used before, and without, them. */
export class FormChoices implements ReactiveController {
  locations: readonly Location[] = [];
  trainers: readonly Trainer[] = [];
  groups: readonly SeanceGroup[] = [];
  constraints: ConstraintsOf<SeanceInput> = {};
  isIncomplete = false;
  readonly #host: ReactiveControllerHost;
  readonly #closing = new AbortController();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#closing.abort();
  }

  /** What `seance` has stays among the choices, also when it is proposed no more. */
  async load(client: SeancesClient, session: string, seance: Seance | undefined): Promise<void> {
    this.locations = seance?.location ? [seance.location] : [];
    this.trainers = seance?.trainers ?? [];
    const { signal } = this.#closing;
    await Promise.all([
      this.#keep(
        client.inputConstraints('SeanceInput', signal),
        (constraints) => (this.constraints = constraints),
      ),
      this.#keep(client.listLocations(signal), (found) => (this.locations = merged(found, this.locations))),
      this.#keep(
        client.listTrainers(session, signal),
        (found) => (this.trainers = merged(found, this.trainers)),
      ),
      this.#keep(client.listGroups(session, signal), (found) => (this.groups = found)),
    ]);
  }

  /** What somebody else chose for the séance meanwhile can be shown, and kept, too. */
  include({ location, trainers }: Seance): void {
    this.locations = merged(this.locations, location ? [location] : []);
    this.trainers = merged(this.trainers, trainers);
  }

  async #keep<T>(answer: Promise<T>, keep: (value: T) => void): Promise<void> {
    try {
      keep(await answer);
    } catch {
      if (!this.#closing.signal.aborted) this.isIncomplete = true;
    }
    this.#host.requestUpdate();
  }
}

function merged<T extends { readonly id: string }>(found: readonly T[], present: readonly T[]): readonly T[] {
  return [...found, ...present.filter(({ id }) => !found.some((one) => one.id === id))];
}
