import { uuidv7 } from 'uuidv7';
import { cutTo } from '../domain/text/cut.js';
import { digestOf, type LtiStore, newSecret } from './store.js';

/** A platform as it was registered: an issuer, and the client id that it has given to this tool. */
export interface Registration {
  readonly id: string;
  readonly issuer: string;
  readonly clientId: string;
  /** For administrators. */
  readonly name: string;
  readonly authUrl: string;
  readonly tokenUrl: string;
  readonly keysUrl: string;
  /** To whom a request for a token is addressed, where it is not `tokenUrl`. */
  readonly tokenAudience: string | null;
  /** Whose pages may show the tool in a frame, beside those that its launches tell: origins. */
  readonly frameOrigins: readonly string[];
}

/** A deployment of a registration. Tenants share nothing. */
export interface Tenant {
  /** The `platformId` of the host contract. */
  readonly id: string;
  readonly registrationId: string;
  readonly deploymentId: string;
  /** Whose pages may show the tool in a frame. */
  readonly frameOrigins: readonly string[];
  /** What the platform calls its kind, such as `moodle`; null before it has said so. */
  readonly family: string | null;
}

interface RegistrationRow {
  readonly id: string;
  readonly issuer: string;
  readonly client_id: string;
  readonly name: string;
  readonly auth_url: string;
  readonly token_url: string;
  readonly keys_url: string;
  readonly token_audience: string | null;
  readonly frame_origins: string;
}

interface TenantRow {
  readonly id: string;
  readonly registration_id: string;
  readonly deployment_id: string;
  readonly frame_origins: string;
  readonly family: string | null;
}

/** How long an invitation is good for, in seconds: an administrator of the platform may need some days. */
const invitationLasts = 7 * 24 * 3_600;
/** As many as fit their column. */
export const mostOrigins = 20;
export const longestOrigin = 99;

/** Which platforms are known, and how others become known. */
export class Registrations {
  constructor(private readonly store: LtiStore) {}

  /** The registrations of an issuer; of this client alone when it says which. */
  async find(issuer: string, clientId: string | undefined): Promise<readonly Registration[]> {
    const named = clientId === undefined ? {} : { client_id: clientId };
    const rows = await this.rows()
      .where({ issuer, ...named })
      .orderBy('id');
    return rows.map(registrationOf);
  }

  async byId(id: string): Promise<Registration | undefined> {
    const row = await this.rows().where({ id }).first();
    return row && registrationOf(row);
  }

  async all(): Promise<readonly Registration[]> {
    return (await this.rows().orderBy('id')).map(registrationOf);
  }

  /** @returns undefined when the issuer has this client already. */
  async add(
    given: Omit<Registration, 'id' | 'frameOrigins'> & Partial<Pick<Registration, 'frameOrigins'>>,
  ): Promise<Registration | undefined> {
    const registration = { id: uuidv7(), frameOrigins: [], ...given };
    return this.store.write(async (transaction) => {
      await transaction<RegistrationRow & { created_at: string }>('seance_lti_registration')
        .insert({ ...rowOf(registration), created_at: this.store.now() })
        .onConflict(['issuer', 'client_id'])
        .ignore();
      const row = await transaction<RegistrationRow>('seance_lti_registration')
        .where({ issuer: given.issuer, client_id: given.clientId })
        .first();
      return row?.id === registration.id ? registration : undefined;
    });
  }

  async tenant(id: string): Promise<Tenant | undefined> {
    const row = await this.store.knex<TenantRow>('seance_lti_platform').where({ id }).first();
    return row && tenantOf(row);
  }

  /** The registration of a tenant; undefined when it is not registered any more. */
  async ofTenant(id: string): Promise<Registration | undefined> {
    const tenant = await this.tenant(id);
    return tenant && this.byId(tenant.registrationId);
  }

  /** The tenant of a deployment, which is made when it is new; it learns from where it is shown, and by what kind of platform. */
  async tenantOf(
    registrationId: string,
    deploymentId: string,
    frameOrigins: readonly string[],
    family: string | null = null,
  ): Promise<Tenant> {
    const where = { registration_id: registrationId, deployment_id: deploymentId };
    const learnt = (tenant: Tenant): Tenant => withSaid(tenant, frameOrigins, family);
    // Launches of a tenant wait for one another only when there is something to write.
    const row = await this.store.knex<TenantRow>('seance_lti_platform').where(where).first();
    const tenant = row && tenantOf(row);
    if (tenant && isSame(tenant, learnt(tenant))) return tenant;
    return this.store.write(async (transaction) => {
      const rows = () => transaction<TenantRow & { created_at: string }>('seance_lti_platform');
      const made = { id: uuidv7(), ...where, frame_origins: '', family, created_at: this.store.now() };
      await rows().insert(made).onConflict(['registration_id', 'deployment_id']).ignore();
      const before = tenantOf((await rows().where(where).forUpdate().first()) ?? made);
      const after = learnt(before);
      if (!isSame(before, after))
        await rows()
          .where({ id: before.id })
          .update({ frame_origins: after.frameOrigins.join(' '), family: after.family });
      return after;
    });
  }

  /** A token with which a platform may register once. */
  async invite(): Promise<string> {
    const token = newSecret();
    const row = { token_digest: digestOf(token), expires_at: this.store.after(invitationLasts) };
    await this.store.write((transaction) => transaction('seance_lti_invitation').insert(row));
    return token;
  }

  /** Uses a token up. @returns false when it is none, was used, or is over. */
  async redeem(token: string): Promise<boolean> {
    const count = await this.store.write((transaction) =>
      transaction('seance_lti_invitation')
        .where({ token_digest: digestOf(token) })
        .where('expires_at', '>', this.store.now())
        .delete(),
    );
    return count === 1;
  }

  private rows() {
    return this.store.knex<RegistrationRow>('seance_lti_registration');
  }
}

/** A tenant with what a launch says of it: the origins that were told last are kept when there are too many. */
function withSaid(tenant: Tenant, frameOrigins: readonly string[], family: string | null): Tenant {
  const told = frameOrigins.filter(({ length }) => length <= longestOrigin);
  const all = [...new Set([...tenant.frameOrigins, ...told])].slice(-mostOrigins);
  return { ...tenant, frameOrigins: all, family: family ?? tenant.family };
}

function isSame(one: Tenant, other: Tenant): boolean {
  return one.family === other.family && one.frameOrigins.join(' ') === other.frameOrigins.join(' ');
}

function registrationOf(row: RegistrationRow): Registration {
  return {
    id: row.id,
    issuer: row.issuer,
    clientId: row.client_id,
    name: row.name,
    authUrl: row.auth_url,
    tokenUrl: row.token_url,
    keysUrl: row.keys_url,
    tokenAudience: row.token_audience,
    frameOrigins: listOf(row.frame_origins),
  };
}

function rowOf(registration: Registration): RegistrationRow {
  const { id, issuer, clientId, name, authUrl, tokenUrl, keysUrl, tokenAudience, frameOrigins } =
    registration;
  return {
    ...{ id, issuer, client_id: clientId, name: cutTo(255, name) },
    ...{ auth_url: authUrl, token_url: tokenUrl, keys_url: keysUrl, token_audience: tokenAudience },
    frame_origins: frameOrigins.join(' '),
  };
}

/** Of what is kept with blanks between. */
function listOf(text: string): readonly string[] {
  return text.split(' ').filter(Boolean);
}

function tenantOf(row: TenantRow): Tenant {
  return {
    id: row.id,
    registrationId: row.registration_id,
    deploymentId: row.deployment_id,
    frameOrigins: listOf(row.frame_origins),
    family: row.family,
  };
}
