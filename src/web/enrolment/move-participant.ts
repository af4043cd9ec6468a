import { nameInText } from '../core/person-name.js';
import type { Enrolment } from './enrolment.js';
import type { Seance } from '../seance/seance.js';
import type { Filters } from '../seance/seance-search.js';
import type { Workplace } from '../space/workplace.js';
import { hasFreePlace } from './places.js';
import { ChooseSeance } from './choose-seance.js';

/** Staff choose where somebody goes. The place here is kept until the one there is theirs. */
export class MoveParticipant extends ChooseSeance {
  constructor(
    at: Workplace,
    from: Seance,
    private readonly enrolment: Enrolment,
  ) {
    super(at, from);
  }

  protected override heading(): string {
    return this.locale.text('transfer.title');
  }

  protected override hint(): string {
    return this.locale.text('transfer.hint', {
      person: nameInText(this.enrolment.user),
      name: this.from.name,
    });
  }

  protected override filters(): Filters {
    return {};
  }

  protected override barOf(seance: Seance): string | undefined {
    if (seance.id === this.from.id) return this.locale.text('transfer.here');
    if (seance.cancelled) return '';
    if (seance.enrolmentMode === 'automatic') return this.locale.text('transfer.automatic');
    // That it is full, or cancelled, is said of every choice.
    return hasFreePlace(seance) ? undefined : '';
  }

  protected override choose(chosen: Seance): Promise<Enrolment> {
    return this.at.client.enrolments.move(this.from.id, this.enrolment.id, chosen.id);
  }
}

customElements.define('move-participant', MoveParticipant);
