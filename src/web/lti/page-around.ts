/** The page that has opened this one, or has it in a frame; this one itself when neither has. */
export function pageAround(): Window {
  return opener instanceof Object ? (opener as Window) : window.parent;
}
