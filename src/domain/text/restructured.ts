import { TextStructure } from './text-structure.js';
import { withBullets } from './word-bullets.js';

/** Tells the elements and words of HTML as they come: parsers differ between the server and browsers. */
export type TellHtml = (html: string, structure: TextStructure) => void;

/** What stands in these is for programs. */
export const tagsWithoutText = ['script', 'style', 'textarea', 'option', 'xmp', 'title', 'xml'];

/** `html` with its structure told in the few tags that are kept. It is no safer than before. */
export function restructured(html: string, tell: TellHtml): string {
  const structured = structureOf(html, tell);
  const listed = withBullets(structured);
  return listed === structured ? structured : structureOf(listed, tell);
}

function structureOf(html: string, tell: TellHtml): string {
  const structure = new TextStructure();
  tell(html, structure);
  return structure.html();
}
