/** A promise that somebody else opens, to bring two transactions into a known order. */
export interface Latch {
  readonly opened: Promise<void>;
  open(): void;
}

export function latch(): Latch {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

/** Gives another transaction time to run into a lock. Nothing is asserted of the time: when it is short, the race is only milder. */
export async function letOthersRun(milliseconds = 60): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}
