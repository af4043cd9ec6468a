import { checkInPage } from '../check-in-page.js';
import { answerLanguage } from '../language.js';
import { publicRoute, type Route } from '../route.js';
import { checkInPagePath } from './check-in-routes.js';

/** Where the code that a trainer shows leads, for people who are not signed in yet. */
export function checkInPageRoutes(): readonly Route[] {
  return [
    publicRoute({
      method: 'GET',
      path: checkInPagePath,
      operationId: 'showCheckIn',
      summary: 'The page that exchanges the code behind the `#` of its address, and has its reader confirm.',
      answer: { status: 200, description: 'The page.', mediaType: 'text/html' },
      refusals: [],
      isPage: true,
      handle: async ({ request, addressOf }) => {
        const language = answerLanguage(request.headers.get('accept-language'), undefined);
        const base = addressOf(checkInPagePath, {}).slice(0, -checkInPagePath.length);
        const module = addressOf('/web/{file}', { file: 'check-in-page.js' });
        return {
          status: 200,
          whole: await checkInPage(language, { base, module }),
          headers: {
            'content-type': 'text/html; charset=utf-8',
            'content-language': language,
            'cache-control': 'no-store',
          },
        };
      },
    }),
  ];
}
