import type { NoticeAdministration } from '../../../application/notice/notice-administration.js';
import type { OwnNotices } from '../../../application/notice/own-notices.js';
import type { Unsubscriptions } from '../../../application/notice/unsubscriptions.js';
import { adminRoute, type Route, signedInRoute } from '../route.js';
import {
  noticePreferences,
  noticeSettingChanges,
  noticeSettings,
  noticesPage,
  noticesQuery,
  noticesRead,
  ownNoticeChoices,
} from '../schemas/notice-schemas.js';
import { unsubscribeRoutes } from './unsubscribe-routes.js';

export interface NoticeUseCases {
  readonly ownNotices: OwnNotices;
  readonly noticeAdministration: NoticeAdministration;
  readonly unsubscriptions: Unsubscriptions;
}

export function noticeRoutes(useCases: NoticeUseCases): readonly Route[] {
  return [
    ...ownRoutes(useCases),
    ...preferenceRoutes(useCases),
    ...administrationRoutes(useCases),
    ...unsubscribeRoutes(useCases.unsubscriptions),
  ];
}

function ownRoutes({ ownNotices }: NoticeUseCases): readonly Route[] {
  return [
    signedInRoute({
      method: 'GET',
      path: '/api/v1/me/notices',
      operationId: 'listNotices',
      summary: 'What the actor was told, the latest first, in all spaces that they may open.',
      query: noticesQuery,
      answer: { status: 200, description: 'One page.', schema: { name: 'NoticesPage', schema: noticesPage } },
      refusals: [],
      handle: async ({ actor, query }) => ({
        status: 200,
        body: { ...(await ownNotices.list(actor, query)), page: query.page, size: query.size },
      }),
    }),
    signedInRoute({
      method: 'POST',
      path: '/api/v1/me/notices/read',
      operationId: 'readNotices',
      summary: 'The actor has read notices: those that are named, or all that were told until then.',
      body: { name: 'NoticesRead', schema: noticesRead },
      answer: { status: 204, description: 'They are read.' },
      refusals: ['validation'],
      handle: async ({ actor, body: { ids, until } }) => {
        await ownNotices.markRead(actor, until === undefined ? { ids: ids ?? [] } : { until });
        return { status: 204 };
      },
    }),
  ];
}

function preferenceRoutes({ ownNotices }: NoticeUseCases): readonly Route[] {
  const path = '/api/v1/me/notice-preferences';
  const answer = {
    status: 200,
    description: 'What holds for the actor.',
    schema: { name: 'NoticePreferences', schema: noticePreferences },
  };
  return [
    signedInRoute({
      method: 'GET',
      path,
      operationId: 'getNoticePreferences',
      summary: 'When the actor is told of each kind.',
      answer,
      refusals: [],
      handle: async ({ actor }) => ({ status: 200, body: await ownNotices.preferences(actor) }),
    }),
    signedInRoute({
      method: 'PUT',
      path,
      operationId: 'chooseNotices',
      summary: 'Chooses when the actor is told of the kinds that the body names.',
      body: { name: 'NoticeChoices', schema: ownNoticeChoices },
      answer,
      refusals: ['validation'],
      handle: async ({ actor, body }) => ({
        status: 200,
        body: await ownNotices.choose(actor, body.kinds),
      }),
    }),
  ];
}

function administrationRoutes({ noticeAdministration }: NoticeUseCases): readonly Route[] {
  const path = '/api/v1/admin/notices';
  const answer = {
    status: 200,
    description: 'What holds on the platform.',
    schema: { name: 'NoticeSettings', schema: noticeSettings },
  };
  return [
    adminRoute({
      method: 'GET',
      path,
      operationId: 'reviewNoticeSettings',
      summary: 'What people are told by default, and how.',
      answer,
      refusals: [],
      handle: async ({ administration }) => ({
        status: 200,
        body: await noticeAdministration.review(administration),
      }),
    }),
    adminRoute({
      method: 'PUT',
      path,
      operationId: 'changeNoticeSettings',
      summary: 'Changes what the body names, and leaves the rest.',
      body: { name: 'NoticeSettingChanges', schema: noticeSettingChanges },
      answer,
      refusals: ['validation'],
      handle: async ({ administration, body }) => ({
        status: 200,
        body: await noticeAdministration.change(administration, body),
      }),
    }),
  ];
}
