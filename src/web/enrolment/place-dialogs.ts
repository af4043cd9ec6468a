import type { Enrolment, EnrolmentResult } from './enrolment.js';
import type { Seance } from '../seance/seance.js';
import type { Workplace } from '../space/workplace.js';
import { ChooseInGroup } from './choose-in-group.js';
import type { ChosenSeance } from './choose-seance.js';
import { ConfirmQuestion, type Question } from '../core/confirm-question.js';
import { LearnerPicker } from './learner-picker.js';
import { showModal } from '../core/modal-dialog.js';
import { MoveParticipant } from './move-participant.js';

type Container = HTMLElement | DocumentFragment;

/** Asks, and does what was asked about; true when it is done. */
export async function confirm(
  container: Container,
  { locale }: Workplace,
  question: Question,
): Promise<boolean> {
  const dialog = Object.assign(new ConfirmQuestion(), { locale, question });
  return (await showModal(container, dialog)) ?? false;
}

/** Lets a learner choose among the séances of a group, beginning with `seance`. */
export function chooseInGroup(
  container: Container,
  { client, locale }: Workplace,
  seance: Seance,
): Promise<ChosenSeance | undefined> {
  return showModal(container, Object.assign(new ChooseInGroup(), { client, locale, from: seance }));
}

/** Moves somebody from `seance` to another one of its session. */
export function moveParticipant(
  container: Container,
  { client, locale }: Workplace,
  seance: Seance,
  enrolment: Enrolment,
): Promise<ChosenSeance | undefined> {
  return showModal(
    container,
    Object.assign(new MoveParticipant(), { client, locale, from: seance, enrolment }),
  );
}

/** Picks learners and enrols them; what became of each, or undefined when nobody was enrolled. */
export function pickLearners(
  container: Container,
  { client, locale }: Workplace,
  seance: Seance,
): Promise<readonly EnrolmentResult[] | undefined> {
  return showModal(container, Object.assign(new LearnerPicker(), { client, locale, seance }));
}
