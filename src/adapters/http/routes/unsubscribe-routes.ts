import type { EndedMail, Unsubscriptions } from '../../../application/notice/unsubscriptions.js';
import { Refusal } from '../../../domain/refusal.js';
import { answerLanguage } from '../language.js';
import { publicRoute, type Reply, type Route } from '../route.js';
import { unknownLinkPage, unsubscribePage, type UnsubscribeState } from '../unsubscribe-page.js';

export const unsubscribePath = '/api/v1/unsubscribe/{token}';

/** As which programs that read mails send their form (RFC 8058 3.1), and browsers send that of the page. */
const forms = ['application/x-www-form-urlencoded', 'multipart/form-data'];

const answer = (description: string) => ({
  ...{ status: 200, description, mediaType: 'text/html' },
  others: { 404: 'A page that says that the link is none, or none any more.' },
});

/** Where readers of mails end them: the token is the secret, nobody is signed in. */
export function unsubscribeRoutes(unsubscriptions: Unsubscriptions): readonly Route[] {
  return [
    publicRoute({
      method: 'GET',
      path: unsubscribePath,
      operationId: 'showUnsubscription',
      summary: 'A page that asks whether mails like the one with this address are to end. Changes nothing.',
      answer: answer('The page.'),
      refusals: ['unavailable'],
      handle: ({ params: { token }, request }) =>
        pageReply(request, () => unsubscriptions.look(token), 'asked'),
    }),
    publicRoute({
      method: 'POST',
      path: unsubscribePath,
      operationId: 'unsubscribe',
      summary: 'Ends mails like the one with this address, for its reader; once more changes nothing.',
      openForm: forms,
      answer: answer('A page that says so.'),
      refusals: ['unavailable'],
      handle: ({ params: { token }, request }) =>
        pageReply(request, () => unsubscriptions.end(token), 'ended'),
    }),
  ];
}

async function pageReply(
  request: Request,
  work: () => Promise<EndedMail>,
  state: UnsubscribeState,
): Promise<Reply> {
  try {
    const { mail, locale, isLocked } = await work();
    const language = answerLanguage(null, locale);
    return htmlReply(200, language, await unsubscribePage(language, mail, isLocked ? 'locked' : state));
  } catch (error) {
    if (!Refusal.is(error) || error.code !== 'not-found') throw error;
    const language = answerLanguage(request.headers.get('accept-language'), undefined);
    return htmlReply(404, language, await unknownLinkPage(language));
  }
}

/** The address of the page is a secret, which goes nowhere else. */
function htmlReply(status: number, language: string, whole: string): Reply {
  return {
    status,
    whole,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': language,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    },
  };
}
