import { judgedFetch, type Judgement, NotAsked } from '../adapters/webhook/judged-fetch.js';
import { serverTexts } from '../locales/languages.js';
import { askedScopes, longestAddress, longestId, originOf } from './claims.js';
import { LtiFault } from './launches.js';
import type { Registrations } from './registrations.js';

/** What a platform says of itself (LTI Dynamic Registration 1.0, 3.5.1). */
interface Configuration {
  readonly issuer?: unknown;
  readonly authorization_endpoint?: unknown;
  readonly registration_endpoint?: unknown;
  readonly token_endpoint?: unknown;
  readonly jwks_uri?: unknown;
  readonly authorization_server?: unknown;
  readonly 'https://purl.imsglobal.org/spec/lti-platform-configuration'?: {
    readonly product_family_code?: string;
  };
}

/** What platforms put in for their variables, as far as they know them (LTI Core 1.3, 6.2). */
export const customParameters = {
  context_begin: '$CourseSection.timeFrame.begin',
  context_end: '$CourseSection.timeFrame.end',
  timezone: '$Person.address.timezone',
};

const languages = ['fr', 'en', 'nl'] as const;

/** 64 KiB. */
const limits = { lasts: 10_000, bytes: 65_536 };

/** Registers a platform that an administrator of it has given an invitation to (LTI Dynamic Registration 1.0). */
export class DynamicRegistration {
  constructor(
    private readonly registrations: Registrations,
    private readonly publicUrl: string,
    private readonly judgement: Judgement,
  ) {}

  /**
   * @param token that the platform wants to see again
   * @param invitation one of ours, which is used up whatever comes of it
   * @throws LtiFault
   */
  async run(address: string, token: string | undefined, invitation: string): Promise<void> {
    if (!(await this.registrations.redeem(invitation)))
      throw new LtiFault('fault.invitation', 'an invitation that is not valid');
    const configuration = await this.configurationAt(address);
    const { registration_endpoint: endpoint } = configuration;
    // Canvas's cloud describes itself on one host and registers tools on that of the school.
    if (originOf(endpoint) === null) throw unfit('its registration endpoint is no address');
    const answer = await this.asked(String(endpoint), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(this.toolConfiguration()),
    });
    const clientId = answer['client_id'];
    if (typeof clientId !== 'string' || clientId === '' || clientId.length > longestId)
      throw unfit('it gave no client_id that can be kept');
    await this.keep(configuration, clientId, answer);
  }

  private async configurationAt(address: string): Promise<Configuration> {
    const configuration: Configuration = await this.asked(address, {});
    const { issuer, authorization_endpoint: auth, token_endpoint: token, jwks_uri: keys } = configuration;
    for (const [name, value] of Object.entries({ issuer, auth, token, keys }))
      if (originOf(value) === null || String(value).length > mostOf(name))
        throw unfit(`its ${name} is no address that can be kept`);
    return configuration;
  }

  private async keep(
    configuration: Configuration,
    clientId: string,
    answer: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const platform = configuration['https://purl.imsglobal.org/spec/lti-platform-configuration'];
    const { authorization_server: audience } = configuration;
    const issuer = String(configuration.issuer);
    const added = await this.registrations.add({
      issuer,
      clientId,
      name: `${platform?.product_family_code ?? 'LTI'} · ${new URL(issuer).host}`,
      authUrl: String(configuration.authorization_endpoint),
      tokenUrl: String(configuration.token_endpoint),
      keysUrl: String(configuration.jwks_uri),
      tokenAudience: typeof audience === 'string' && audience !== '' ? audience : null,
    });
    if (!added) throw unfit('this client is registered already');
    const tool = answer['https://purl.imsglobal.org/spec/lti-tool-configuration'];
    const deployment = (Object(tool) as { readonly deployment_id?: unknown }).deployment_id;
    // ILIAS writes a number.
    if (typeof deployment === 'string' || typeof deployment === 'number')
      await this.registrations.tenantOf(added.id, String(deployment), [new URL(issuer).origin]);
  }

  private async asked(
    address: string,
    request: Parameters<typeof judgedFetch>[1],
  ): Promise<Readonly<Record<string, unknown>>> {
    try {
      const { status, text } = await judgedFetch(address, request, this.judgement, limits);
      if (status < 200 || status > 299) throw unfit(`it answered with ${status}`);
      return Object(JSON.parse(text) as unknown) as Readonly<Record<string, unknown>>;
    } catch (error) {
      if (error instanceof NotAsked || error instanceof SyntaxError) throw unfit(error.message);
      throw error;
    }
  }

  /** What this tool is (LTI Dynamic Registration 1.0, 3.6; OpenID Connect Dynamic Client Registration 1.0). */
  private toolConfiguration(): object {
    const { publicUrl } = this;
    const launch = `${publicUrl}/lti/launch`;
    const titles = Object.fromEntries(
      languages.map((language) => [`label#${language}`, serverTexts(language).lti['deepLink.tool']]),
    );
    const label = serverTexts('fr').lti['deepLink.tool'];
    return {
      application_type: 'web',
      response_types: ['id_token'],
      grant_types: ['implicit', 'client_credentials'],
      initiate_login_uri: `${publicUrl}/lti/login`,
      redirect_uris: [launch],
      client_name: label,
      jwks_uri: `${publicUrl}/lti/jwks.json`,
      token_endpoint_auth_method: 'private_key_jwt',
      scope: askedScopes.join(' '),
      'https://purl.imsglobal.org/spec/lti-tool-configuration': {
        domain: new URL(publicUrl).host,
        target_link_uri: launch,
        custom_parameters: customParameters,
        claims: ['iss', 'sub', 'name', 'given_name', 'family_name', 'email', 'locale'],
        messages: [
          { type: 'LtiResourceLinkRequest', target_link_uri: launch, label, ...titles },
          { type: 'LtiDeepLinkingRequest', target_link_uri: launch, label, ...titles },
        ],
      },
    };
  }
}

/** How long an address may be: an issuer is an id. */
function mostOf(name: string): number {
  return name === 'issuer' ? longestId : longestAddress;
}

function unfit(reason: string): LtiFault {
  return new LtiFault('fault.registration', `a platform could not be registered: ${reason}`);
}
