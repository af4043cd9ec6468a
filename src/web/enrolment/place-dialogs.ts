import { openDialog, type Container } from '../core/open-dialog.js';
import type { Seance } from '../seance/seance.js';
import type { Workplace } from '../space/workplace.js';
import type { ChosenSeance } from './choose-seance.js';
import type { Enrolment, EnrolmentResult, OwnDatedResult } from './enrolment.js';

/** Lets a learner choose among the séances of a group, beginning with `seance`. */
export function chooseInGroup(
  container: Container,
  at: Workplace,
  seance: Seance,
): Promise<ChosenSeance | undefined> {
  return openDialog(
    container,
    () => import('./choose-in-group.js'),
    ({ ChooseInGroup }) => new ChooseInGroup(at, seance),
  );
}

/** Moves somebody from `seance` to another one of its session. */
export function moveParticipant(
  container: Container,
  at: Workplace,
  seance: Seance,
  enrolment: Enrolment,
): Promise<ChosenSeance | undefined> {
  return openDialog(
    container,
    () => import('./move-participant.js'),
    ({ MoveParticipant }) => new MoveParticipant(at, seance, enrolment),
  );
}

/** Enrols the reader in several dates of a series, or has them leave these; what became of each date. */
export function askSeriesPlaces(
  container: Container,
  at: Workplace,
  seance: Seance,
  does: 'enrol' | 'leave',
): Promise<readonly OwnDatedResult[] | undefined> {
  return openDialog(
    container,
    () => import('./series-places.js'),
    ({ SeriesPlaces }) => new SeriesPlaces(at, seance, does),
  );
}

/** Picks learners and enrols them; what became of each, or undefined when nobody was enrolled. */
export function pickLearners(
  container: Container,
  at: Workplace,
  seance: Seance,
): Promise<readonly EnrolmentResult[] | undefined> {
  return openDialog(
    container,
    () => import('./learner-picker.js'),
    ({ LearnerPicker }) => new LearnerPicker(at, seance),
  );
}
