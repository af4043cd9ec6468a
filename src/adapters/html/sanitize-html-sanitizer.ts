import sanitizeHtml from 'sanitize-html';
import type { TextSanitizer } from '../../ports/text-sanitizer.js';
import { decoded } from './entities.js';
import { readableText } from './readable-text.js';

const allowed: sanitizeHtml.IOptions = {
  allowedTags: ['p', 'br', 'strong', 'em', 'u', 'ul', 'ol', 'li', 'a', 'h3', 'h4', 'blockquote'],
  allowedAttributes: { a: ['href', 'rel', 'target'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  transformTags: {
    b: 'strong',
    i: 'em',
    div: 'p',
    // A page that is opened from a text learns nothing of, and has no hold on, the page that it came from.
    a: sanitizeHtml.simpleTransform('a', { rel: 'noopener noreferrer nofollow', target: '_blank' }),
  },
  // Deep nesting is an attack on the parser, not a text.
  nestingLimit: 20,
};

export class SanitizeHtmlSanitizer implements TextSanitizer {
  clean(html: string): string {
    const safe = sanitizeHtml(html, allowed).trim();
    return this.plainText(safe) === '' ? '' : safe;
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
