import { loginHint } from './authorization.js';
import { changed } from './claims.js';
import { autoPost, escaped, page } from './html.js';
import type { Launch, Platform } from './platform.js';

/** How the course shows the tool. */
export interface Frame {
  /** In a frame of the page, or by a link that opens a window. */
  readonly place: 'frame' | 'window';
  /** What a sandbox allows the frame; without, it is in none. */
  readonly sandbox?: string;
}

/** What Canvas keeps for a tool, in characters (`ui/shared/lti/jquery/platform_storage.ts`; at least 4096 bytes for all). */
const capacity = 4_096;

/**
 * The page of a course, which opens the tool. What it was told by `postMessage` stands in `window.heard`: with
 * `lti.frameResize` the frame gets the height that it asks for (an object, or JSON in a text: both are seen).
 */
export function coursePage(
  platform: Platform,
  title: string,
  launchPath: string,
  { place, sandbox }: Frame,
): Response {
  const target = platform.profile.storageTarget;
  const guard = sandbox === undefined ? '' : ` sandbox="${escaped(sandbox)}"`;
  const beside = target !== undefined && target !== '_parent';
  const tool =
    place === 'frame'
      ? `<iframe id="tool" name="tool" title="Séances" width="900" height="400"${guard}${beside ? '' : ` src="${launchPath}"`}></iframe>`
      : `<a id="tool" href="${launchPath}" target="_blank">Séances</a>`;
  // What is sent to the frame beside the tool before that listens is lost: the tool is opened after it.
  const opens =
    place === 'frame'
      ? ` onload="${escaped(`document.getElementById('tool').src = ${JSON.stringify(launchPath)}`)}"`
      : '';
  const keeper = beside
    ? `<iframe name="${target}" title="" src="${platform.origin}/storage" hidden${opens}></iframe>`
    : '';
  const scripts = [heardScript, target === '_parent' ? storageScript(platform) : ''];
  return page(title, `<h1>${escaped(title)}</h1>${tool}${keeper}<script>${scripts.join('')}</script>`);
}

/**
 * The page of an administrator who registers a tool, which says in `window.heard` when it is done
 * (`org.imsglobal.lti.close`, LTI Dynamic Registration 1.0).
 */
export function registrationPage(url: string): Response {
  const frame = `<iframe id="tool" name="tool" title="Séances" src="${escaped(url)}" width="900" height="600"></iframe>`;
  return page('Outils', `<h1>Outils</h1>${frame}<script>${heardScript}</script>`);
}

/** The frame of `lti_storage_target`, at the origin that authorises. */
export function storagePage(platform: Platform): Response {
  return page('', `<script>${storageScript(platform)}</script>`);
}

/** Third-party initiated login: LTI Core 1.3, section 4.1, and LTI Security Framework 1.0, section 5.1.1.1. */
export function initiateLogin(platform: Platform, launch: Launch): Response {
  const { loginUrl } = platform.tool;
  const fields = loginFields(platform, launch);
  if (platform.profile.loginMethod === 'POST') return autoPost(loginUrl, fields);
  const url = new URL(loginUrl);
  for (const [name, value] of Object.entries(fields)) url.searchParams.append(name, value);
  // Sakai's way (doRedirect): a script instead of a redirect. JSON is JavaScript, but for what ends the script.
  return page('…', `<script>location = ${JSON.stringify(url.href).replaceAll('<', '\\u003c')}</script>`);
}

function loginFields(platform: Platform, launch: Launch): Readonly<Record<string, string>> {
  const { profile, tool } = platform;
  const deep = launch.message === 'LtiDeepLinkingRequest';
  const fields = {
    iss: platform.issuer,
    login_hint: loginHint(launch),
    client_id: platform.clientId,
    target_link_uri: (deep ? tool.deepLinkingUri : undefined) ?? tool.targetLinkUri,
    lti_message_hint: platform.hint(launch),
    ...profile.loginExtras(platform.deploymentId),
    ...(profile.storageTarget === undefined ? {} : { lti_storage_target: profile.storageTarget }),
  };
  return changed<string>(fields, launch.login);
}

const heardScript = `
window.heard = [];
addEventListener('message', (event) => {
  const data = typeof event.data === 'string' ? JSON.parse(event.data) : event.data;
  heard.push({ origin: event.origin, ...data });
  const frame = document.querySelector('iframe#tool');
  if (data.subject === 'lti.frameResize' && event.source === frame?.contentWindow) frame.height = data.height;
});`;

/**
 * LTI Client Side postMessages 0.1 and LTI postMessage Storage 0.1: a store for each origin, an answer to the frame that
 * asked and to its origin alone, and errors with a code. A value that is not there is answered as Sakai and LTI-PHP do:
 * with an error; a put without a value takes the value away, as in Canvas.
 */
function storageScript({ storage }: Platform): string {
  if (storage === 'silent') return '';
  return `{
const kept = {};
const subjects = ['lti.capabilities', 'lti.get_data', 'lti.put_data'];
const answers = {
  'lti.capabilities': () => ({ supported_messages: subjects.map((subject) => ({ subject })) }),
  'lti.put_data': ({ key, value }, store) => {
    if (!key) return { error: { code: 'bad_request', message: 'There is no key specified' } };
    const rest = Object.entries({ ...store, [key]: value ?? '' }).flat().join('');
    if (rest.length > ${storage === 'full' ? 0 : capacity}) {
      return { key, error: { code: 'storage_exhaustion', message: 'Reached byte limit for tool' } };
    }
    if (value) store[key] = value;
    else delete store[key];
    return { key, value };
  },
  'lti.get_data': ({ key }, store) =>
    key in store ? { key, value: store[key] } : { key, error: { code: 'bad_request', message: 'Could not find key' } },
};
addEventListener('message', ({ data, origin, source }) => {
  if (!subjects.includes(data?.subject)) return;
  const answer = data.message_id
    ? answers[data.subject](data, (kept[origin] ??= {}))
    : { error: { code: 'bad_request', message: 'There is no message ID specified' } };
  source.postMessage({ subject: data.subject + '.response', message_id: data.message_id, ...answer }, origin);
});
}`;
}
