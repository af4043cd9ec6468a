import type { FormDialog } from './form-dialog.js';
import { loadPart } from './load-part.js';
import { keepInSight } from './sight.js';

/** What a dialog opens in, and whose look it takes over. */
export type Container = HTMLElement | DocumentFragment;

/** Where one is being loaded. */
const opening = new WeakSet<Container>();

/**
 * Shows a dialog inside `container`, loaded when it is first needed, until it is done. Who clicks twice while it is loaded
 * means one: of the others there is nothing to show, and no result.
 */
export async function openDialog<Part, Result>(
  container: Container,
  load: () => Promise<Part>,
  make: (part: Part) => FormDialog<Result, string>,
): Promise<Result | undefined> {
  if (opening.has(container)) return undefined;
  opening.add(container);
  const [dialog, letGo] = await loadPart(load)
    .then(async (part) => {
      const made = make(part);
      // Before it is there: what has the focus is brought into view by browsers.
      return [made, await keepInSight(made)] as const;
    })
    .finally(() => opening.delete(container));
  container.append(dialog);
  try {
    return await dialog.result;
  } finally {
    letGo();
    dialog.remove();
  }
}
