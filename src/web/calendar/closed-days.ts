import type { ReactiveControllerHost } from 'lit';
import { Loader } from '../core/loader.js';
import type { SeancesClient } from '../space/seances-client.js';
import type { Day } from '../time/days.js';
import type { ClosedDayList } from '../wire.gen.js';

/** On which of the days that are shown the platform is closed. A calendar is none the less one without them. */
export class ClosedDays {
  readonly #loader: Loader<ClosedDayList['items']>;

  constructor(host: ReactiveControllerHost) {
    this.#loader = new Loader(host);
  }

  load(client: SeancesClient, days: readonly Day[]): void {
    const [first = '', last = ''] = [days[0], days.at(-1)];
    void this.#loader.load((signal) => client.closedDays(first, last, signal));
  }

  /** The names of what closes a day. */
  on(day: Day): readonly string[] {
    const periods = this.#loader.answer ?? [];
    return periods.filter(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn).map(({ name }) => name);
  }
}
