import { epochSeconds } from '../adapters/webhook/signed-message.js';
import type { HostEvent, SeancesPlugin } from '../index.js';
import { boundedText } from './bounded-text.js';
import { signerOf } from './create-remote-host.js';
import { RemoteSchema, type SchemaFault } from './remote-schema.js';

export interface HearingOptions {
  /** As {@link RemotePlatformOptions} has it. */
  readonly secret: string | readonly string[];
  /** Where the plugin is mounted. Default: `/plugins/seances`. */
  readonly basePath?: string;
}

/** 64 KiB: an event is an id or two, and a name. */
const longestEvent = 65_536;
const longestId = 128;
const longestName = 500;

/** The refusals here, and their statuses: codes that the API has too. */
const refusals = {
  'invalid-json': 400,
  unauthenticated: 401,
  'payload-too-large': 413,
  validation: 422,
  unavailable: 503,
} as const;

/**
 * What the platform tells, `POST {basePath}/api/v1/host/tell`, signed: one event of the host contract. 204 when the plugin
 * has it for good; whatever else is answered is to be told again, but for 4xx.
 *
 * @returns a function that answers such a request, and undefined to any other one.
 */
export function hearPlatform(
  plugin: Pick<SeancesPlugin<never>, 'tell'>,
  { secret, basePath = '/plugins/seances' }: HearingOptions,
): (request: Request) => Promise<Response | undefined> {
  const signer = signerOf(secret);
  const schema = new RemoteSchema();
  const path = `${basePath.replace(/\/+$/, '')}/api/v1/host/tell`;
  return async (request) => {
    if (request.method !== 'POST' || new URL(request.url).pathname !== path) return undefined;
    const text = await boundedText(request, longestEvent);
    if (text === undefined)
      return problem('payload-too-large', `An event has at most ${longestEvent} bytes.`);
    const fault = signer.faultOf(request.headers, epochSeconds(), text);
    if (fault) return problem('unauthenticated', `What was told ${fault}.`);
    const event = parsed(text);
    if (event === undefined) return problem('invalid-json', 'What was told is no JSON.');
    const wrong = faultOf(schema, event);
    return wrong ? invalid(wrong) : tell(plugin, event as HostEvent);
  };
}

async function tell(plugin: Pick<SeancesPlugin<never>, 'tell'>, event: HostEvent): Promise<Response> {
  try {
    await plugin.tell(event);
    return new Response(null, { status: 204 });
  } catch {
    return problem('unavailable', 'It is not done: tell it again.', { 'retry-after': '5' });
  }
}

function faultOf(schema: RemoteSchema, event: unknown): SchemaFault | undefined {
  const fault = schema.faultOfEvent(event);
  if (fault) return fault;
  const tooLong = Object.entries(event as HostEvent).find(
    ([name, value]) => value.length > (/name$/i.test(name) ? longestName : longestId),
  );
  return tooLong && { pointer: `/${tooLong[0]}`, code: 'too-long', says: 'is too long' };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function invalid({ pointer, code, says }: SchemaFault): Response {
  const message = `${pointer} ${says}.`;
  return problem('validation', message, {}, { errors: [{ pointer, code, message }] });
}

/** A problem of RFC 9457, in English: its reader is a program, and who writes it. */
function problem(
  code: keyof typeof refusals,
  detail: string,
  headers: Readonly<Record<string, string>> = {},
  more: object = {},
): Response {
  const status = refusals[code];
  const body = { type: `urn:seances:problem:${code}`, title: code, status, detail, code, ...more };
  return Response.json(body, {
    status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      ...headers,
    },
  });
}
