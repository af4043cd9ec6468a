import { Attempt } from '../core/attempt.js';
import type { NoticeAction } from '../core/notice-controller.js';
import type {
  CancellationAct,
  CancellationAnswer,
  CancellationRequest,
  CancellationResult,
} from '../cancellation/cancellation.js';
import { showCancellation } from '../cancellation/show-cancellation.js';
import { restoredNotes } from '../seance/restored-notes.js';
import type { Seance } from '../seance/seance.js';
import type { Tool } from '../space/tool.js';
import type { Workplace } from '../space/workplace.js';
import { tell } from './events.js';
import { countOrName, showChanged, tellNotTakenBack } from './reader.js';

/** Cancels a séance, or has it take place after all, and others of its series as the reader chooses. */
export async function changeCancellation(
  tool: Tool,
  at: Workplace,
  act: CancellationAct,
  { id }: Seance,
): Promise<void> {
  const stored = await at.client.getSeance(id);
  const result = await showCancellation(tool.renderRoot, at, { act, stored });
  if (!result) return;
  if (act === 'cancel') await tellCancelled(tool, at, result);
  else await tellReinstated(tool, at, result.answer, result.seances);
}

async function tellCancelled(tool: Tool, at: Workplace, result: CancellationResult): Promise<void> {
  const { answer, seances, undo } = result;
  const { changed: count, ...seance } = answer;
  tell(tool, 'seance-cancelled', { seance, count });
  const actions: readonly NoticeAction[] = undo
    ? [
        {
          label: count === 1 ? 'cancellation.reinstate' : 'cancellation.reinstateAll',
          run: () => void takeBack(tool, at, { scope: undo, stored: seance }, seances),
        },
      ]
    : [];
  const text = countOrName(at, 'notice.cancelled', { count, name: seances[0]?.name });
  await showChanged(tool, seance, text, actions);
}

/** Undoes a cancellation from the notice that tells of it, unless somebody else has changed the séance since. */
async function takeBack(
  tool: Tool,
  at: Workplace,
  request: CancellationRequest,
  seances: readonly Seance[],
): Promise<void> {
  // Nobody presses the button twice.
  tool.notices.clear();
  try {
    await tellReinstated(tool, at, await at.client.reinstateSeance(request, new Attempt()), seances);
  } catch (error) {
    await tellNotTakenBack(tool, at, error);
  }
}

async function tellReinstated(
  tool: Tool,
  at: Workplace,
  answer: CancellationAnswer,
  seances: readonly Seance[],
): Promise<void> {
  const { changed: count, displaced = 0, ...seance } = answer;
  tell(tool, 'seance-reinstated', { seance, count });
  await showChanged(tool, seance, await reinstatedText(at, { count, displaced, seances }));
}

/** Says that séances were reinstated, and what is in their way: meanwhile others may have taken what they need. */
export async function reinstatedText(
  at: Workplace,
  {
    count,
    displaced,
    seances,
  }: { readonly count: number; readonly displaced: number; readonly seances: readonly Seance[] },
): Promise<string> {
  const ids = seances.map(({ id }) => id);
  const said = [
    countOrName(at, 'notice.reinstated', { count, name: seances[0]?.name }),
    displaced > 0 ? at.locale.text('notice.displaced', { count: displaced }) : '',
    await restoredNotes(at, ids),
  ];
  return said.filter(Boolean).join('. ');
}
