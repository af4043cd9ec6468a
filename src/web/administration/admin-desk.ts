import type { NoticeController } from '../core/notice-controller.js';
import type { AdminClient } from './admin-client.js';
import type { AdminLocale } from './load-admin-locale.js';

/** What every page of the administration works with. */
export interface AdminDesk {
  readonly client: AdminClient;
  readonly locale: AdminLocale;
  readonly notices: NoticeController;
}
