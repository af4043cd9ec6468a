import { wholeText } from '../core/failure-message.js';
import type { NoticeAction } from '../core/notice-controller.js';
import { RequestFailure } from '../core/request-failure.js';
import type { Seance } from '../seance/seance.js';
import type { Tool } from '../space/tool.js';
import type { Workplace } from '../space/workplace.js';

/** Of one alone, the name is said that it has. */
export function countOrName(
  { locale }: Workplace,
  key: 'notice.deleted' | 'notice.restored' | 'notice.cancelled' | 'notice.reinstated',
  { count, name }: { readonly count: number; readonly name: string | undefined },
): string {
  return count === 1 && name !== undefined ? locale.text(`${key}One`, { name }) : locale.text(key, { count });
}

/** Tells what became of a séance. One that the list's search or page leaves out is one button away. */
export async function showChanged(
  tool: Tool,
  { id }: Seance,
  text: string,
  actions: readonly NoticeAction[] = [],
): Promise<void> {
  tool.refresh();
  tool.notices.show({ text, actions });
  if (await tool.reveal(id)) return;
  const show = { label: 'action.show', run: () => tool.show(id) } as const;
  tool.notices.show({ text, actions: [show, ...actions] });
}

export function tellProblem(
  tool: Tool,
  { locale }: Workplace,
  failure: RequestFailure,
  actions: readonly NoticeAction[] = [],
): void {
  tool.notices.show({ text: wholeText(failure, locale), isProblem: true, actions });
}

/** Says why something could not be taken back, and shows how things are. */
export async function tellNotTakenBack(tool: Tool, at: Workplace, error: unknown): Promise<void> {
  tellProblem(tool, at, RequestFailure.of(error));
  tool.refresh();
  await tool.notices.focus();
}
