import { LtiFault } from './launches.js';
import type { LoginRequest, OpenLogin } from './logins.js';
import type { Registration } from './registrations.js';

/** @throws LtiFault */
export function loginRequestOf(fields: Readonly<Record<string, string | undefined>>): LoginRequest {
  const { iss, login_hint: hint, target_link_uri: target } = fields;
  if (!iss || !hint || !target)
    throw new LtiFault('fault.bad-request', 'a login without iss, login_hint or target_link_uri');
  const optional = ['lti_message_hint', 'client_id', 'lti_deployment_id', 'lti_storage_target'] as const;
  return {
    ...{ iss, login_hint: hint, target_link_uri: target },
    ...Object.fromEntries(optional.flatMap((name) => (fields[name] ? [[name, fields[name]]] : []))),
  };
}

/** Where a login begins again, in a window where this tool is the first party, and no storage of the platform is needed. */
export function loginAddress(publicUrl: string, asked: LoginRequest): string {
  const { lti_storage_target: _, ...again } = asked;
  return `${publicUrl}/lti/login?${new URLSearchParams(again).toString()}`;
}

/** Where a platform says who somebody is (OpenID Connect Core, 3.1.2.1; 1EdTech Security Framework, 5.1.1.2). */
export function authorizationAddress(
  { authUrl, clientId }: Registration,
  { nonce, asked }: OpenLogin,
  { state, publicUrl }: { readonly state: string; readonly publicUrl: string },
): string {
  const address = new URL(authUrl);
  for (const [name, value] of Object.entries({
    ...{ scope: 'openid', response_type: 'id_token', response_mode: 'form_post', prompt: 'none' },
    ...{ client_id: clientId, redirect_uri: `${publicUrl}/lti/launch` },
    ...{ login_hint: asked.login_hint, state, nonce },
    ...(asked.lti_message_hint !== undefined && { lti_message_hint: asked.lti_message_hint }),
  }))
    address.searchParams.set(name, value);
  return address.href;
}
