import { excerptOf } from '../../domain/comment/comment.js';
import { Refusal } from '../../domain/refusal.js';
import type { TextSanitizer } from '../../ports/text-sanitizer.js';

/** The texts of comments: made safe before they are stored, and shortened for the audit trail. */
export class CommentTexts {
  constructor(private readonly sanitizer: TextSanitizer) {}

  /** @throws Refusal `validation` when nothing is left to read. */
  cleaned(content: string): string {
    const clean = this.sanitizer.clean(content);
    if (clean === '') throw Refusal.field('content', 'empty');
    return clean;
  }

  /** How an event names a text: the beginning of what a reader sees. */
  excerpt(content: string): string {
    return excerptOf(this.sanitizer.plainText(content));
  }
}
