import { setTimeout as pause } from 'node:timers/promises';

const patience = 15_000;
const interval = 40;

/** Repeats an assertion until it holds; fails with what it says when it still does not. */
export async function eventually(assertion: () => Promise<unknown>): Promise<void> {
  const deadline = Date.now() + patience;
  for (;;) {
    try {
      await assertion();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
    await pause(interval);
  }
}
