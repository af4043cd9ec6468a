import type { OfferDownload } from '../../../application/download/offer-download.js';
import type { TakeDownload } from '../../../application/download/take-download.js';
import { Refusal } from '../../../domain/refusal.js';
import type { Download } from '../../../ports/download-repository.js';
import { answerLanguage } from '../language.js';
import { type Call, publicRoute, type Reply, type Route, signedInRoute } from '../route.js';
import { download, downloadInput } from '../schemas/download-schemas.js';
import { sheetMediaType } from './attendance-sheet-routes.js';
import { exportMediaTypes } from './export-routes.js';
import { calendarMediaType } from './feed-routes.js';

export interface DownloadUseCases {
  readonly offerDownload: OfferDownload;
  readonly takeDownload: TakeDownload;
}

const downloadPath = '/api/v1/downloads/{token}';

/** Files for who cannot say in a link who they are: not everybody's browser is known by a cookie. */
export function downloadRoutes({ offerDownload, takeDownload }: DownloadUseCases): readonly Route[] {
  return [
    signedInRoute({
      method: 'POST',
      path: '/api/v1/downloads',
      operationId: 'offerDownload',
      summary:
        'Makes an address from which a file that the actor may have can be fetched once, within a minute.',
      body: { name: 'DownloadInput', schema: downloadInput },
      idempotent: true,
      answer: { status: 201, description: 'The address.', schema: { name: 'Download', schema: download } },
      refusals: ['not-found', 'forbidden'],
      handle: async ({ actor, body, attempt, request, fileAt, urlOf }) => {
        const file = fileAt(body.path);
        if (!file) throw Refusal.field('path', 'not-allowed');
        await file.check(actor, '/path');
        const language = answerLanguage(request.headers.get('accept-language'), actor.locale);
        const { token, expiresAt } = await offerDownload.run(actor, { path: file.path, language }, attempt);
        return { status: 201, body: { url: urlOf(downloadPath, { token }), expiresAt } };
      },
    }),
    publicRoute({
      method: 'GET',
      path: downloadPath,
      operationId: 'takeDownload',
      summary:
        'The file, once. The token is the secret; nobody is signed in, and permissions are asked again.',
      answer: {
        status: 200,
        description: 'A file.',
        mediaType: [calendarMediaType, sheetMediaType, ...exportMediaTypes],
      },
      refusals: ['not-found', 'forbidden', 'too-many-rows', 'busy', 'unavailable'],
      handle: ({ params: { token }, request, fileAt }) => {
        const fetch = (offered: Download) => fetched(offered, fileAt);
        return request.method === 'HEAD' ? takeDownload.look(token, fetch) : takeDownload.run(token, fetch);
      },
    }),
  ];
}

/** As its route answers, but that nobody keeps it: there is nothing at this address any more. */
async function fetched({ path, actor, language }: Download, fileAt: Call['fileAt']): Promise<Reply> {
  const reply = await fileAt(path)?.answer(actor, language);
  // It was a file for the version that offered it.
  if (reply?.whole === undefined) throw new Refusal('not-found');
  const { etag: _, ...headers } = reply.headers ?? {};
  return { status: reply.status, whole: reply.whole, headers: { ...headers, 'cache-control': 'no-store' } };
}
