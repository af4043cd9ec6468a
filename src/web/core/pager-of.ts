import { html, nothing, type TemplateResult } from 'lit';
import type { Locale } from './locale.js';
import type { PageLoader } from './page-loader.js';
import { needsPager, pageSizes, type PageSize } from './page.js';
import './seance-pager.js';

/** The pages of what a loader shows, when there are more than the smallest page holds. */
export function pagerOf(
  { answer, search, hear }: PageLoader<unknown>,
  locale: Locale,
  sizes: readonly PageSize[] = pageSizes,
): TemplateResult | typeof nothing {
  if (!answer || !needsPager(answer.total)) return nothing;
  return html`<seance-pager
    .locale=${locale}
    .sizes=${sizes}
    .total=${answer.total}
    .page=${search.page}
    .size=${search.size}
    @tool-command=${hear}
  ></seance-pager>`;
}
