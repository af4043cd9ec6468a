import DOMPurify from 'dompurify';

/** The tags that the server keeps (`sanitize-html-sanitizer.ts`): what it sends is cleaned again before it is shown. */
const allowed = ['p', 'br', 'strong', 'em', 'u', 'ul', 'ol', 'li', 'a', 'h3', 'h4', 'blockquote'];
/** What browsers and pasted texts write for them. */
const synonyms = ['b', 'i', 'div'];

/** HTML as nodes that are safe to insert; also with the tags that an editor makes and the server renames. */
export function sanitize(html: string): DocumentFragment {
  return DOMPurify.sanitize(html, {
    ALLOWED_TAGS: [...allowed, ...synonyms],
    ALLOWED_ATTR: ['href', 'rel', 'target'],
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
  });
}
