import { Attempt } from '../core/attempt.js';
import { wholeText } from '../core/failure-message.js';
import { nameInText } from '../core/person-name.js';
import { type Enrolment, enrolmentOutcomes, type OwnDatedResult, type Person } from './enrolment.js';
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
    const told = await toldAfter(tool, at, command);
    if (!told) return;
    const { text, undo } = told;
    tool.notices.show({
      text,
      actions: undo ? [{ label: 'action.undo', run: () => void takeBack(tool, at, undo) }] : [],
    });
    await tool.notices.focus();
  } finally {
    tool.refresh();
  }
}

/** What is told of a change, and what takes it back and tells that; nothing where that cannot be. */
interface Told {
  readonly text: string;
  readonly undo?: () => Promise<string>;
}

/** Refused, as the change itself would be, when somebody else has made it impossible meanwhile. */
async function takeBack(tool: PlaceTool, { locale }: Workplace, undo: () => Promise<string>): Promise<void> {
  try {
    tool.notices.show({ text: await undo() });
  } catch (error) {
    tool.notices.show({ text: wholeText(RequestFailure.of(error), locale), isProblem: true });
  }
  tool.refresh();
  await tool.notices.focus();
}

/** Runs the command; what to tell about it, or undefined when it was given up. */
function toldAfter(tool: PlaceTool, at: Workplace, command: PlaceCommand): Promise<Told | undefined> {
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

async function enrol(tool: PlaceTool, at: Workplace, seance: Seance): Promise<Told | undefined> {
  const chosen = await takePlace(tool, at, seance);
  if (!chosen) return undefined;
  const { locale, space } = at;
  const { overlaps = [], insteadOf } = chosen.enrolment;
  const said = [
    takenText(at, chosen.seance, chosen.enrolment),
    overlapNote(overlaps, locale, space.actor.timeZone),
  ];
  const isExchanged = insteadOf !== undefined && chosen.enrolment.status === 'enrolled';
  return {
    text: said.filter(Boolean).join(' '),
    undo: () => (isExchanged ? takeAgain(at, insteadOf, chosen.seance.id) : giveUp(at, chosen.seance)),
  };
}

/** @param insteadOf id of the séance whose place is given up for it. */
async function takeAgain(at: Workplace, seance: Seance, insteadOf?: string): Promise<string> {
  return takenText(at, seance, await at.client.enrolments.enrolMyself(seance.id, insteadOf));
}

async function giveUp(at: Workplace, { id, name }: Seance): Promise<string> {
  await at.client.enrolments.leave(id);
  return at.locale.text('notice.own.left', { name });
}

function takenText({ locale }: Workplace, { name }: Seance, { status, position = 1 }: Enrolment): string {
  return locale.text(`notice.own.${status}`, { name, position });
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

async function leave({ renderRoot }: PlaceTool, at: Workplace, seance: Seance): Promise<Told | undefined> {
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
  if (!isLeft) return undefined;
  return { text: at.locale.text('notice.own.left', { name }), undo: () => takeAgain(at, seance) };
}

async function inSeries(
  { renderRoot }: PlaceTool,
  at: Workplace,
  seance: Seance,
  does: 'enrol' | 'leave',
): Promise<Told | undefined> {
  const results = await askSeriesPlaces(renderRoot, at, seance, does);
  if (!results) return undefined;
  const count = (outcome: OwnDatedResult['outcome']): number =>
    results.filter((result) => result.outcome === outcome).length;
  const values = { enrolled: count('enrolled'), waiting: count('waiting'), left: count('left') };
  const key = does === 'enrol' ? 'notice.own.series' : 'notice.own.seriesLeft';
  return { text: at.locale.text(key, { ...values, name: seance.name }) };
}

async function addLearners(
  { renderRoot }: PlaceTool,
  at: Workplace,
  seance: Seance,
): Promise<Told | undefined> {
  const results = await pickLearners(renderRoot, at, seance);
  if (!results) return undefined;
  const { name } = seance;
  const count = results.filter(({ outcome }) => outcome === 'enrolled').length;
  const isDated = results.some(({ seanceId }) => seanceId !== undefined);
  if (isDated) return { text: at.locale.text('notice.seriesEnrolled', { count, name }) };
  const came = results.filter(({ outcome }) => outcome === 'enrolled' || outcome === 'waiting');
  const userIds = new Set(came.map(({ userId }) => userId));
  return {
    text: at.locale.text('notice.learnersEnrolled', { count, name }),
    ...(userIds.size > 0 && { undo: () => removeAgain(at, seance, userIds) }),
  };
}

/** Takes those out who have just come: an answer names people, and a removal their enrolments. */
async function removeAgain(at: Workplace, seance: Seance, userIds: ReadonlySet<string>): Promise<string> {
  const { enrolments } = at.client;
  const everybody = { q: '', page: 1, size: 'all' } as const;
  const { items } = await enrolments.list(seance.id, everybody, '', new AbortController().signal);
  const came = items.filter(({ user }) => userIds.has(user.id));
  for (const { id } of came) await enrolments.remove(seance.id, id);
  return at.locale.text('notice.learnersRemoved', { count: came.length, name: seance.name });
}

async function accept(at: Workplace, seance: Seance, { id, user }: Enrolment): Promise<Told> {
  await at.client.enrolments.accept(seance.id, id);
  return { text: about('notice.accepted', at, user, seance) };
}

async function move(
  { renderRoot }: PlaceTool,
  at: Workplace,
  seance: Seance,
  enrolment: Enrolment,
): Promise<Told | undefined> {
  const moved = await moveParticipant(renderRoot, at, seance, enrolment);
  if (!moved) return undefined;
  const { user } = enrolment;
  return {
    text: about('notice.moved', at, user, moved.seance),
    undo: async () => {
      await at.client.enrolments.move(moved.seance.id, moved.enrolment.id, seance.id);
      return about('notice.moved', at, user, seance);
    },
  };
}

async function remove(
  { renderRoot }: PlaceTool,
  at: Workplace,
  seance: Seance,
  { id, user }: Enrolment,
): Promise<Told | undefined> {
  const isCorrection = hasStarted(seance);
  const isRemoved = await showQuestion(renderRoot, at.locale, {
    title: at.locale.text('removal.title'),
    lines: [
      about('removal.question', at, user, seance),
      at.locale.text(isCorrection ? 'removal.correction' : 'removal.consequence'),
    ],
    action: at.locale.text('action.remove'),
    run: () => at.client.enrolments.remove(seance.id, id),
  });
  if (!isRemoved) return undefined;
  return { text: about('notice.removed', at, user, seance), undo: () => enrolAgain(at, seance, user) };
}

/** Who comes again is the last in the queue where there is one: it says what they have now. */
async function enrolAgain({ client, locale }: Workplace, { id }: Seance, user: Person): Promise<string> {
  const [result] = await client.enrolments.enrol(id, [user.id], 'this', new Attempt());
  const outcome = enrolmentOutcomes.find((one) => one === result?.outcome) ?? 'not-a-learner';
  return locale.text('notice.backAs', {
    person: nameInText(user),
    outcome: locale.text(`outcome.${outcome}`, { count: 1 }),
  });
}

async function changeGroup(
  { renderRoot }: PlaceTool,
  at: Workplace,
  group: SeanceGroup,
): Promise<Told | undefined> {
  const result = await showGroupForm(renderRoot, at, group);
  if (!result) return undefined;
  const values: MessageValues = { name: result.group.name };
  return { text: at.locale.text(result.isDeleted ? 'notice.groupDeleted' : 'notice.groupEdited', values) };
}

function about(key: MessageKey, { locale }: Workplace, user: Person, { name }: Seance): string {
  return locale.text(key, { person: nameInText(user), name });
}
