import css from './lti/lti-page.css?inline';
import { showAbout } from './lti/about.js';
import { close, get, put } from './lti/acts.js';
import { choose } from './lti/choose.js';
import { reportHeight } from './lti/frame-height.js';
import { LtiSession } from './lti/session.js';

/** The script of the pages of the LTI host: the body says what each is for. */
const data = document.body.dataset;
const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
document.adoptedStyleSheets = [sheet];
reportHeight();
void act();

async function act(): Promise<void> {
  if (data['act'] === 'put') return put(data);
  if (data['act'] === 'get') return get(data);
  if (data['act'] === 'close') {
    close();
    return;
  }
  const session = LtiSession.ofAddress(data['session'] ?? '');
  if (!session) {
    document.querySelector('[data-over]')?.removeAttribute('hidden');
    return;
  }
  if (data['act'] === 'choose') return choose(session, data['base'] ?? '', data['space'] ?? '');
  const element = document.querySelector('seance-tool, seance-admin');
  if (!element) return;
  Object.assign(element, { authorize: session.authorize });
  const about = document.querySelector<HTMLDetailsElement>('[data-about]');
  if (about && session.about !== null) showAbout(about, session, session.about === 'open');
  await (element.localName === 'seance-admin' ? import('./seance-admin.js') : import('./seance-tool.js'));
}
