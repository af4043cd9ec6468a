import type { PageSearch } from './page.js';

/** What an element can ask of those around it, by what that does. Each feature adds its own in its `commands.ts`. */
export interface Commands {
  /** Says that something that was asked for did not come. */
  readonly fail: { readonly error: unknown };
  /** Without a page it is the first, or what the list begins with. */
  readonly search: { readonly changes: Partial<PageSearch>; readonly history: 'push' | 'replace' };
}

export type Command = {
  readonly [Name in keyof Commands]: { readonly does: Name } & Commands[Name];
}[keyof Commands];

/** Crosses the shadow roots up to the tool, which lets it go no further. */
export class CommandEvent extends Event {
  static readonly type = 'tool-command';
  readonly command: Command;

  constructor(command: Command) {
    super(CommandEvent.type, { bubbles: true, composed: true });
    this.command = command;
  }
}

export function ask(from: EventTarget, command: Command): void {
  from.dispatchEvent(new CommandEvent(command));
}
