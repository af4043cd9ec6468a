import type { PageOf } from '../../domain/page.js';
import type { Reply } from './route.js';

interface AskedPage {
  readonly page: number;
  readonly size: number | 'all';
}

/** A page of a list, with what was asked for. */
export function pageReply<T>(
  { page, size }: AskedPage,
  { items, total }: PageOf<T>,
): Reply<PageOf<T> & AskedPage> {
  return { status: 200, body: { items, total, page, size } };
}
