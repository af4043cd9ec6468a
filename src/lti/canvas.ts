import { serverTexts } from '../locales/languages.js';
import { askedScopes } from './claims.js';
import { customParameters } from './dynamic-registration.js';

/** What Canvas reads when a key is made by "Enter URL" (its documents, "Configuring LTI Advantage tools"). */
export function canvasConfiguration(publicUrl: string): object {
  const launch = `${publicUrl}/lti/launch`;
  const title = serverTexts('fr').lti['deepLink.tool'];
  const place = { enabled: true, text: title, target_link_uri: launch };
  return {
    title,
    description: title,
    target_link_uri: launch,
    oidc_initiation_url: `${publicUrl}/lti/login`,
    public_jwk_url: `${publicUrl}/lti/jwks.json`,
    scopes: askedScopes,
    custom_fields: customParameters,
    extensions: [
      {
        domain: new URL(publicUrl).host,
        tool_id: 'seances',
        platform: 'canvas.instructure.com',
        privacy_level: 'public',
        settings: {
          text: title,
          placements: [
            { ...place, placement: 'course_navigation', message_type: 'LtiResourceLinkRequest' },
            { ...place, placement: 'link_selection', message_type: 'LtiDeepLinkingRequest' },
          ],
        },
      },
    ],
  };
}
