import type { Enrolment, OwnDatedResult } from './enrolment.js';
import { overlapNote } from './overlap-note.js';
import type { ChosenSeance } from './choose-seance.js';
import { RequestFailure } from '../core/request-failure.js';
import { hasStarted } from './places.js';
import type { Seance, SeanceGroup } from '../seance/seance.js';
import { showGroupForm } from '../group/show-group-form.js';
import { askSeriesPlaces, chooseInGroup, moveParticipant, pickLearners } from './place-dialogs.js';
import { showQuestion } from '../core/show-question.js';
import type { MessageKey, MessageValues } from '../core/locale.js';
import type { PlaceCommand } from './commands.js';
import type { Tool } from '../space/tool.js';
import type { Workplace } from '../space/workplace.js';

/** Where the dialogs open, and what is told and shown anew afterwards. */
export type PlaceTool = Pick<Tool, 'notices' | 'renderRoot' | 'refresh'>;

/**
 * Changes who is in which séance: the dialog where one is needed, the request, and what the reader is told afterwards.
 * What is on the screen is loaded again also when a request failed: it was refused because things are not as shown.
 *
 * @throws RequestFailure for a request that no dialog has dealt with.
 */
export async function runPlaceCommand(tool: PlaceTool, at: Workplace, command: PlaceCommand): Promise<void> {
  try {
    const text = await textAfter(tool, at, command);
    if (text === undefined) return;
    tool.notices.show({ text });
    await tool.notices.focus();
  } finally {
    tool.refresh();
  }
}

/** Runs the command; what to tell about it, or undefined when it was given up. */
function textAfter(tool: PlaceTool, at: Workplace, command: PlaceCommand): Promise<string | undefined> {
  switch (command.does) {
    case 'enrol':
      return enrol(tool, at, command.seance);
    case 'leave':
      return leave(tool, at, command.seance);
    case 'enrol-series':
      return inSeries(tool, at, command.seance, 'enrol');
    case 'leave-series':
      return inSeries(tool, at, command.seance, 'leave');
    case 'add-learners':
      return addLearners(tool, at, command.seance);
    case 'edit-group':
      return changeGroup(tool, at, command.group);
    case 'participant':
      return {
        accept: () => accept(at, command.seance, command.enrolment),
        move: () => move(tool, at, command.seance, command.enrolment),
        remove: () => remove(tool, at, command.seance, command.enrolment),
      }[command.action]();
  }
}

async function enrol(tool: PlaceTool, at: Workplace, seance: Seance): Promise<string | undefined> {
  const chosen = await takePlace(tool, at, seance);
  if (!chosen) return undefined;
  const { locale, space } = at;
  const { status, position = 1, overlaps = [] } = chosen.enrolment;
  const said = locale.text(`notice.own.${status}`, { name: chosen.seance.name, position });
  return [said, overlapNote(overlaps, locale, space.actor.timeZone)].filter(Boolean).join(' ');
}

/** Nothing is asked where nothing is given up for the place. */
async function takePlace(
  { renderRoot }: PlaceTool,
  at: Workplace,
  seance: Seance,
): Promise<ChosenSeance | undefined> {
  const { group, myEnrolment, enrolmentRefusal } = seance;
  const choose = (): Promise<ChosenSeance | undefined> => chooseInGroup(renderRoot, at, seance);
  if (group && (myEnrolment ?? enrolmentRefusal)) return choose();
  try {
    return { seance, enrolment: await at.client.enrolments.enrolMyself(seance.id) };
  } catch (error) {
    // The list was out of date: they have made their choice meanwhile.
    if (group && error instanceof RequestFailure && error.code === 'group-limit') return choose();
    throw error;
  }
}

async function leave({ renderRoot }: PlaceTool, at: Workplace, seance: Seance): Promise<string | undefined> {
  const { name, myEnrolment } = seance;
  const isLeft = await showQuestion(renderRoot, at.locale, {
    title: at.locale.text('leave.title'),
    lines: [
      at.locale.text('leave.question', { name }),
      at.locale.text(`leave.consequence.${myEnrolment?.status ?? 'enrolled'}`),
    ],
    action: at.locale.text('place.leave'),
    run: () => at.client.enrolments.leave(seance.id),
  });
  return isLeft ? at.locale.text('notice.own.left', { name }) : undefined;
}

async function inSeries(
  { renderRoot }: PlaceTool,
  at: Workplace,
  seance: Seance,
  does: 'enrol' | 'leave',
): Promise<string | undefined> {
  const results = await askSeriesPlaces(renderRoot, at, seance, does);
  if (!results) return undefined;
  const count = (outcome: OwnDatedResult['outcome']): number =>
    results.filter((result) => result.outcome === outcome).length;
  const values = { enrolled: count('enrolled'), waiting: count('waiting'), left: count('left') };
  return at.locale.text(does === 'enrol' ? 'notice.own.series' : 'notice.own.seriesLeft', {
    ...values,
    name: seance.name,
  });
}

async function addLearners(
  { renderRoot }: PlaceTool,
  at: Workplace,
  seance: Seance,
): Promise<string | undefined> {
  const results = await pickLearners(renderRoot, at, seance);
  if (!results) return undefined;
  const count = results.filter(({ outcome }) => outcome === 'enrolled').length;
  const isDated = results.some(({ seanceId }) => seanceId !== undefined);
  const key = isDated ? 'notice.seriesEnrolled' : 'notice.learnersEnrolled';
  return at.locale.text(key, { count, name: seance.name });
}

async function accept(at: Workplace, seance: Seance, { id, user }: Enrolment): Promise<string> {
  await at.client.enrolments.accept(seance.id, id);
  return about('notice.accepted', at, user.name, seance);
}

async function move(
  { renderRoot }: PlaceTool,
  at: Workplace,
  seance: Seance,
  enrolment: Enrolment,
): Promise<string | undefined> {
  const moved = await moveParticipant(renderRoot, at, seance, enrolment);
  return moved && about('notice.moved', at, enrolment.user.name, moved.seance);
}

async function remove(
  { renderRoot }: PlaceTool,
  at: Workplace,
  seance: Seance,
  { id, user }: Enrolment,
): Promise<string | undefined> {
  const isCorrection = hasStarted(seance);
  const isRemoved = await showQuestion(renderRoot, at.locale, {
    title: at.locale.text('removal.title'),
    lines: [
      about('removal.question', at, user.name, seance),
      at.locale.text(isCorrection ? 'removal.correction' : 'removal.consequence'),
    ],
    action: at.locale.text('action.remove'),
    run: () => at.client.enrolments.remove(seance.id, id),
  });
  return isRemoved ? about('notice.removed', at, user.name, seance) : undefined;
}

async function changeGroup(
  { renderRoot }: PlaceTool,
  at: Workplace,
  group: SeanceGroup,
): Promise<string | undefined> {
  const result = await showGroupForm(renderRoot, at, group);
  if (!result) return undefined;
  const values: MessageValues = { name: result.group.name };
  return at.locale.text(result.isDeleted ? 'notice.groupDeleted' : 'notice.groupEdited', values);
}

function about(key: MessageKey, { locale }: Workplace, person: string, { name }: Seance): string {
  return locale.text(key, { person, name });
}
