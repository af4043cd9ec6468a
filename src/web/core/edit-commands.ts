/* eslint-disable @typescript-eslint/no-deprecated --
   The browser's own editing commands are deprecated, and nothing has replaced them: they are what works inside a shadow
   root in every browser, with the browser's undo, and in no bytes. Editors in libraries read the page's selection,
   which does not see into a shadow root (tried with squire-rte 2.4). */

export type FormatCommand = 'bold' | 'italic' | 'insertUnorderedList' | 'insertOrderedList';

/** Switches a format on or off for what is selected. */
export function format(command: FormatCommand): void {
  document.execCommand(command);
}

/** True when the format is in force where the caret is. */
export function isInForce(command: FormatCommand): boolean {
  return document.queryCommandState(command);
}

/** Puts HTML in the place of what is selected. It has to be clean already. */
export function insertHtml(html: string): void {
  document.execCommand('insertHTML', false, html);
}

export function removeLink(): void {
  document.execCommand('unlink');
}

/** Makes new lines paragraphs, where Chromium would write `div`. It is a setting of the document. */
export function writeParagraphs(): void {
  document.execCommand('defaultParagraphSeparator', false, 'p');
}
