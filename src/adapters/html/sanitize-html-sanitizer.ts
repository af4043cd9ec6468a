import sanitizeHtml from 'sanitize-html';
import { showsNothing } from '../../domain/text/unseen.js';
import type { TextSanitizer } from '../../ports/text-sanitizer.js';
import { TextStructure } from './text-structure.js';
import { withBullets } from './word-bullets.js';
import { decoded } from './entities.js';
import { readableText } from './readable-text.js';

const allowed: sanitizeHtml.IOptions = {
  allowedTags: ['p', 'br', 'strong', 'em', 'u', 'ul', 'ol', 'li', 'a', 'h3', 'h4', 'blockquote'],
  allowedAttributes: { a: ['href', 'rel', 'target'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  transformTags: {
    // A page that is opened from a text learns nothing of, and has no hold on, the page that it came from.
    a: sanitizeHtml.simpleTransform('a', { rel: 'noopener noreferrer nofollow', target: '_blank' }),
  },
  exclusiveFilter: ({ tag, attribs }) => (tag === 'a' && !attribs['href'] ? 'excludeTag' : false),
};

/** What stands in these is for programs. */
const nonTextTags = ['script', 'style', 'textarea', 'option', 'xmp', 'title', 'xml'];

export class SanitizeHtmlSanitizer implements TextSanitizer {
  clean(html: string): string {
    const safe = sanitizeHtml(restructured(html), allowed).trimEnd();
    return showsNothing(this.plainText(safe)) ? '' : safe;
  }

  plainText(html: string): string {
    // Blocks end words: "<p>one</p><p>two</p>" reads "one two".
    const spaced = html.replace(/<(\/?(p|li|h3|h4|blockquote|ul|ol)|br)\b[^>]*>/gi, ' $&');
    return decoded(sanitizeHtml(spaced, { allowedTags: [], allowedAttributes: {} }))
      .replace(/[\s\u00a0]+/g, ' ')
      .trim();
  }

  readableText(html: string): string {
    return readableText(html);
  }
}

/** `html` with its structure told in the tags that are allowed. It is no safer than before. */
function restructured(html: string): string {
  const structured = structureOf(html);
  const listed = withBullets(structured);
  return listed === structured ? structured : structureOf(listed);
}

function structureOf(html: string): string {
  const structure = new TextStructure();
  sanitizeHtml(html, {
    allowedTags: [],
    nonTextTags,
    onOpenTag: (tag, attributes) => structure.open(tag, attributes),
    onCloseTag: () => structure.close(),
    textFilter: (text) => {
      structure.write(text);
      return '';
    },
  });
  return structure.html();
}
