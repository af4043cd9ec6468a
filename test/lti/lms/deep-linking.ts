import { jwtVerify } from 'jose';
import { type Claims, claim } from './claims.js';
import { page } from './html.js';
import { dataOf, type Platform } from './platform.js';
import { once, toolKeys } from './token.js';

/**
 * Where the tool sends the browser back to with what was chosen: `deep_link_return_url` (Deep Linking 2.0, section 4.5; its
 * token is signed by the tool, LTI Security Framework 1.0, section 5.2.2). Refuses with what is wrong.
 */
export async function takeContentItems(platform: Platform, request: Request): Promise<Response> {
  const sent = new URLSearchParams(await request.text());
  try {
    platform.contentItems.push(...(await itemsOf(platform, sent.get('JWT') ?? '')));
  } catch (error) {
    return new Response(String(error), { status: 400 });
  }
  return page('Contenu choisi', '<p id="chosen">Contenu ajouté au cours</p>');
}

async function itemsOf(platform: Platform, token: string): Promise<readonly Claims[]> {
  const { payload } = await jwtVerify(token, toolKeys(platform), {
    issuer: platform.clientId,
    audience: platform.issuer,
    algorithms: ['RS256'],
    requiredClaims: ['iat', 'exp', 'nonce'],
  });
  once(platform, `nonce ${String(payload['nonce'])}`);
  const expected: Claims = {
    [claim.messageType]: 'LtiDeepLinkingResponse',
    [claim.version]: '1.3.0',
    [claim.deploymentId]: platform.deploymentId,
  };
  for (const [name, value] of Object.entries(expected)) {
    if (payload[name] !== value)
      throw new Error(`${name} is ${String(payload[name])}, not ${String(value)}.`);
  }
  if (!platform.courses.some(({ id }) => payload[claim.data] === dataOf(id)))
    throw new Error('The data is not ours.');
  return (payload[claim.contentItems] ?? []) as readonly Claims[];
}
