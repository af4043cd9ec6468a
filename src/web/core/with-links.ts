/** An address in a text, without what ends the sentence or closes the bracket that it stands in. */
const address = /(https?:\/\/[^\s<>"]*[^\s<>"'.,;:!?)\]}»])/i;

/** Makes links of the addresses that stand in a text as words, where they are none yet. */
export function withLinks(text: DocumentFragment): DocumentFragment {
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const plain: Text[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    if (!node.parentElement?.closest('a')) plain.push(node);
  }
  for (const node of plain) if (address.test(node.data)) node.replaceWith(...linked(node.data));
  return text;
}

function linked(text: string): readonly (string | HTMLAnchorElement)[] {
  return text.split(address).map((part) => (address.test(part) && URL.canParse(part) ? linkTo(part) : part));
}

function linkTo(href: string): HTMLAnchorElement {
  const link = document.createElement('a');
  Object.assign(link, { href, target: '_blank', rel: 'noopener noreferrer', textContent: href });
  return link;
}
