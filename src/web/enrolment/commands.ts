import type { Command } from '../core/command.js';
import type { Seance, SeanceGroup } from '../seance/seance.js';
import type { Enrolment } from './enrolment.js';

/** What staff do with somebody who is in a séance or waits. */
export type ParticipantAction = 'accept' | 'move' | 'remove';

declare module '../core/command.js' {
  interface Commands {
    readonly enrol: { readonly seance: Seance };
    readonly leave: { readonly seance: Seance };
    readonly 'enrol-series': { readonly seance: Seance };
    readonly 'leave-series': { readonly seance: Seance };
    readonly 'add-learners': { readonly seance: Seance };
    readonly participant: {
      readonly action: ParticipantAction;
      readonly seance: Seance;
      readonly enrolment: Enrolment;
    };
    readonly 'edit-group': { readonly group: SeanceGroup };
  }
}

/** What changes who is in which séance. */
export type PlaceCommand = Extract<
  Command,
  {
    readonly does:
      'enrol' | 'leave' | 'enrol-series' | 'leave-series' | 'add-learners' | 'participant' | 'edit-group';
  }
>;
