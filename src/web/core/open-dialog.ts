import type { FormDialog } from './form-dialog.js';
import { loadPart } from './load-part.js';

/** What a dialog opens in, and whose look it takes over. */
export type Container = HTMLElement | DocumentFragment;

/** Shows a dialog inside `container`, loaded when it is first needed, until it is done. */
export async function openDialog<Part, Result>(
  container: Container,
  load: () => Promise<Part>,
  make: (part: Part) => FormDialog<Result, string>,
): Promise<Result | undefined> {
  const dialog = make(await loadPart(load));
  container.append(dialog);
  try {
    return await dialog.result;
  } finally {
    dialog.remove();
  }
}
