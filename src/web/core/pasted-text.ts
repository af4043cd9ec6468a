import { restructured, tagsWithoutText } from '../../domain/text/restructured.js';
import type { TextStructure } from '../../domain/text/text-structure.js';

/** What was copied elsewhere in the structure that the server gives a text: rows of tables, headings, Word's bullets. */
export function pastedText(html: string): string {
  return restructured(html, (part, structure) => {
    // In a template nothing is loaded.
    const template = document.createElement('template');
    template.innerHTML = withoutStyles(part);
    tellNodes(template.content, structure);
  });
}

/** To read a style is a breach of a policy without `unsafe-inline`, which browsers tell the page's owner. */
function withoutStyles(html: string): string {
  return html.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\bstyle(?=\s*=)/gi, 'data-style'));
}

function tellNodes(parent: Node, structure: TextStructure): void {
  for (const node of parent.childNodes) {
    if (node instanceof Element) tellElement(node, structure);
    else if (node.nodeType === Node.TEXT_NODE) structure.write(escaped(node.textContent ?? ''));
  }
}

function tellElement(element: Element, structure: TextStructure): void {
  const tag = element.localName;
  if (tagsWithoutText.includes(tag)) return;
  structure.open(tag, { href: element.getAttribute('href') ?? '' });
  tellNodes(element, structure);
  structure.close();
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
