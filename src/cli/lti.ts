import { originOf } from '../lti/claims.js';
import { createLtiHost, type LtiHost } from '../lti/index.js';
import { longestOrigin, mostOrigins } from '../lti/registrations.js';
import { ConsoleLogger } from '../adapters/system/console-logger.js';
import { type Command, type Invocation, say, WrongCall } from './command.js';
import { databaseOf, fromCall, publicUrlOf } from './server-options.js';

/** What is done about the platforms of `serve` as a tool of LTI 1.3. */
export const lti: Command = async (invocation) => {
  const host = await ltiHostOf(invocation);
  try {
    await host.migrate();
    await acts[invocation.act ?? '']?.(host, invocation);
    return 0;
  } finally {
    await host.stop();
  }
};

/** @throws WrongCall when the command line does not say where the tool is to be found, or not rightly. */
export async function ltiHostOf(invocation: Invocation, logger = new ConsoleLogger()): Promise<LtiHost> {
  const { environment } = invocation;
  const publicUrl = publicUrlOf(invocation);
  if (publicUrl === undefined)
    throw new WrongCall(
      'Say where browsers and platforms find this tool, by --public-url URL or PUBLIC_URL.',
    );
  const database = await databaseOf(invocation);
  return fromCall(() =>
    createLtiHost({
      ...{ database, publicUrl, logger },
      sessionSecret: environment['SESSION_SECRET'] || undefined,
      allowHttp: environment['LTI_ALLOW_HTTP'] === '1',
      allowPrivate: environment['LTI_ALLOW_PRIVATE'] === '1',
    }),
  );
}

/** What an administrator types into a platform. */
const ofThisTool = {
  'launch, target link and redirect URL': '/lti/launch',
  'login URL': '/lti/login',
  'public keys (JWKS)': '/lti/jwks.json',
} as const;

/** Origins, with blanks between them. @throws WrongCall for one that is none. */
function originsIn(text: string): readonly string[] {
  const addresses = text.split(/\s+/).filter(Boolean);
  if (addresses.length > mostOrigins)
    throw new WrongCall(`At most ${mostOrigins} origins may show the tool in a frame.`);
  return addresses.map((address) => {
    const origin = originOf(address);
    if (origin === null || origin.length > longestOrigin)
      throw new WrongCall(`An origin is written as https://campus.example, and this is none: ${address}`);
    return origin;
  });
}

const acts: Readonly<Record<string, (host: LtiHost, invocation: Invocation) => Promise<void>>> = {
  async invite({ registrations }, invocation) {
    const address = `${publicUrlOf(invocation) ?? ''}/lti/register?invitation=${await registrations.invite()}`;
    say(
      `Give this address to the administrator of the platform. It registers one platform, within seven days:\n${address}`,
    );
  },
  async add({ registrations }, invocation) {
    const { options } = invocation;
    const given = ['issuer', 'client-id', 'auth-url', 'token-url', 'keys-url'] as const;
    const missing = given.filter((name) => !options[name]);
    if (missing.length > 0)
      throw new WrongCall(`Say what the platform shows: ${missing.map((name) => `--${name}`).join(', ')}.`);
    const [issuer = '', clientId = '', authUrl = '', tokenUrl = '', keysUrl = ''] = given.map(
      (name) => options[name],
    );
    for (const [name, address] of Object.entries({ authUrl, tokenUrl, keysUrl }))
      if (!URL.canParse(address)) throw new WrongCall(`The address ${name} is none: ${address}`);
    const name = options.name ?? issuer;
    const added = await registrations.add({
      issuer,
      clientId,
      authUrl,
      tokenUrl,
      keysUrl,
      name,
      tokenAudience: options['token-audience'] || null,
      frameOrigins: originsIn(options['frame-origins'] ?? ''),
    });
    if (!added) throw new Error(`${issuer} has the client ${clientId} already.`);
    say(`${name} is registered. What it wants to know of this tool:`);
    for (const [what, path] of Object.entries(ofThisTool))
      say(`  ${what}: ${publicUrlOf(invocation) ?? ''}${path}`);
  },
  async list({ registrations }) {
    const all = await registrations.all();
    for (const { name, issuer, clientId } of all) say(`${name}: ${issuer}, client ${clientId}`);
    say(`${all.length} registered.`);
  },
  async 'rotate-keys'({ keys }) {
    await keys.rotate();
    say(
      'A new key is published. It is signed with in an hour, and the one before is published for seven days.',
    );
  },
};
