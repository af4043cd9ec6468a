import { digestOf, type LtiStore, newSecret } from './store.js';

/** What a platform sends to begin a login (Third-party Initiated Login, OpenID Connect Core, 4). */
export interface LoginRequest {
  readonly iss: string;
  readonly login_hint: string;
  readonly target_link_uri: string;
  readonly lti_message_hint?: string;
  readonly client_id?: string;
  readonly lti_deployment_id?: string;
  readonly lti_storage_target?: string;
}

/** A login that was begun: what the platform gets, and what this browser alone has. */
export interface BegunLogin {
  readonly state: string;
  readonly nonce: string;
  readonly browser: string;
}

/** A login that a launch comes back to. */
export interface OpenLogin {
  readonly registrationId: string;
  readonly nonce: string;
  readonly asked: LoginRequest;
  /** True of the browser in which the login was begun, by what it has. */
  isOf(browser: string | undefined): boolean;
}

interface Row {
  readonly state_digest: string;
  readonly nonce: string;
  readonly browser_digest: string;
  readonly registration_id: string;
  readonly asked: string;
  readonly launch: string | null;
  readonly expires_at: string;
}

/** How long a login may take, in seconds. */
export const loginLasts = 600;

/** How many that nobody came back to are forgotten with each new one. */
const forgottenAtOnce = 100;

/**
 * Logins under way: `state` and `nonce`, each good once, and what binds them to a browser. A row is taken by the statement that
 * deletes or writes it, so that of two processes that get the same launch one has it.
 */
export class Logins {
  constructor(private readonly store: LtiStore) {}

  async begin(registrationId: string, asked: LoginRequest): Promise<BegunLogin> {
    const [state, nonce, browser] = [newSecret(), newSecret(), newSecret()];
    const row: Row = {
      state_digest: digestOf(state),
      nonce,
      browser_digest: digestOf(browser),
      registration_id: registrationId,
      asked: JSON.stringify(asked),
      launch: null,
      expires_at: this.store.after(loginLasts),
    };
    await this.forgetOld();
    await this.store.write((transaction) => transaction<Row>('seance_lti_login').insert(row));
    return { state, nonce, browser };
  }

  /** @returns undefined when there is none, it is over, or a launch has come back to it already. */
  async find(state: string): Promise<OpenLogin | undefined> {
    const row = await this.open(state).first();
    if (!row) return undefined;
    return {
      registrationId: row.registration_id,
      nonce: row.nonce,
      asked: JSON.parse(row.asked) as LoginRequest,
      isOf: (browser) => browser !== undefined && digestOf(browser) === row.browser_digest,
    };
  }

  /** Uses a login up. @returns false when somebody else has. */
  async take(state: string): Promise<boolean> {
    return (
      (await this.store.write((transaction) => this.open(state).transacting(transaction).delete())) === 1
    );
  }

  /** Keeps a launch until its browser has proven itself. @returns false when another launch came first. */
  async keep(state: string, launch: string): Promise<boolean> {
    const count = await this.store.write((transaction) =>
      this.open(state).transacting(transaction).update({ launch }),
    );
    return count === 1;
  }

  /** The launch that was kept, for the browser that has `browser`; once. */
  async prove(state: string, browser: string): Promise<string | undefined> {
    const where = { state_digest: digestOf(state), browser_digest: digestOf(browser) };
    return this.store.write(async (transaction) => {
      const rows = () =>
        transaction<Row>('seance_lti_login').where(where).where('expires_at', '>', this.store.now());
      const row = await rows().whereNotNull('launch').forUpdate().first();
      const count = row ? await rows().delete() : 0;
      return count === 1 ? (row?.launch ?? undefined) : undefined;
    });
  }

  private open(state: string) {
    return this.store
      .knex<Row>('seance_lti_login')
      .where({ state_digest: digestOf(state) })
      .where('expires_at', '>', this.store.now())
      .whereNull('launch');
  }

  private async forgetOld(): Promise<void> {
    const old = await this.store
      .knex<Row>('seance_lti_login')
      .where('expires_at', '<=', this.store.now())
      .limit(forgottenAtOnce)
      .pluck<string[]>('state_digest');
    if (old.length === 0) return;
    await this.store.write((transaction) =>
      transaction<Row>('seance_lti_login').whereIn('state_digest', old).delete(),
    );
  }
}
