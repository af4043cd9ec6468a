import sanitizeHtml from 'sanitize-html';
import { restructured, tagsWithoutText } from '../../domain/text/restructured.js';
import type { TextStructure } from '../../domain/text/text-structure.js';
import { showsNothing } from '../../domain/text/unseen.js';
import type { TextSanitizer } from '../../ports/text-sanitizer.js';
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

export class SanitizeHtmlSanitizer implements TextSanitizer {
  clean(html: string): string {
    const safe = sanitizeHtml(restructured(html, tell), allowed).trimEnd();
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

function tell(html: string, structure: TextStructure): void {
  sanitizeHtml(html, {
    allowedTags: [],
    nonTextTags: tagsWithoutText,
    onOpenTag: (tag, attributes) => structure.open(tag, attributes),
    onCloseTag: () => structure.close(),
    textFilter: (text) => {
      structure.write(text);
      return '';
    },
  });
}
