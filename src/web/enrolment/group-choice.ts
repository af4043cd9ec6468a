import type { ReactiveControllerHost } from 'lit';
import { Loader } from '../core/loader.js';
import type { Locale } from '../core/locale.js';
import { wholeList } from '../seance/seance-search.js';
import type { Seance } from '../seance/seance.js';
import type { SeancesClient } from '../space/seances-client.js';

/** The places that the reader has in the group of a séance, past ones included and cancelled ones not: those that its limit counts. */
export class GroupChoice {
  readonly #held: Loader<readonly Seance[]>;
  #limit = 1;

  constructor(host: ReactiveControllerHost) {
    this.#held = new Loader(host);
  }

  load(client: SeancesClient, { group, sessionId: session }: Seance): void {
    if (!group) return;
    this.#limit = group.limit;
    const search = {
      ...wholeList,
      session,
      filters: { group: group.id, mine: 'true' },
      page: 1,
      size: 'all',
    } as const;
    void this.#held.load(async (signal) => {
      const { items } = await client.listSeances(search, signal);
      return items.filter(({ myEnrolment, cancelled }) => myEnrolment?.status === 'enrolled' && !cancelled);
    });
  }

  get isKnown(): boolean {
    return this.#held.answer !== undefined;
  }

  /** Those that the reader may give up. */
  get changeable(): readonly Seance[] {
    return this.#all.filter(({ leaveRefusal }) => leaveRefusal === null);
  }

  /** Whether a place more needs one to be given up. */
  get isFull(): boolean {
    return this.#all.length >= this.#limit;
  }

  /** Whether there is nothing left to choose. */
  get isStuck(): boolean {
    return this.isFull && this.changeable.length === 0;
  }

  /** Why each place has to be kept, a sentence each. */
  reasons(locale: Locale): readonly string[] {
    return this.#all.flatMap(({ name, leaveRefusal }) => {
      if (leaveRefusal === null) return [];
      return [locale.text('choice.stuckAt', { name, reason: locale.text(`leaving.${leaveRefusal}`) })];
    });
  }

  get #all(): readonly Seance[] {
    return this.#held.answer ?? [];
  }
}
