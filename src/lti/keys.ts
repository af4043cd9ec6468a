import { exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from 'jose';
import { uuidv7 } from 'uuidv7';
import { type LtiStore, newSecret } from './store.js';

interface Row {
  readonly id: string;
  readonly private_jwk: string;
  readonly created_at: string;
  readonly retired_at: string | null;
}

/** A key of ours to sign with. */
export interface SigningKey {
  readonly kid: string;
  readonly key: CryptoKey | Uint8Array;
}

const algorithm = 'RS256';
/** Platforms keep a key set for a while: a new key is published for an hour before anything is signed with it. */
const publishedBefore = 3_600;
/** How long the key before is still published, in seconds. */
const retiresAfter = 7 * 24 * 3_600;

/** The keys with which this tool signs, and the secret of its sessions. They are in the database, in the clear. */
export class Keys {
  private secret: Uint8Array | undefined;

  constructor(
    private readonly store: LtiStore,
    /** Of the sessions, when it is not kept in the database. */
    private readonly sessionSecret: string | undefined,
  ) {}

  /** What platforms check our signatures with (RFC 7517). */
  async published(): Promise<{ readonly keys: readonly JWK[] }> {
    const rows = await this.current();
    const keys = rows.map(({ id, private_jwk: text }) => {
      const { kty, n, e } = JSON.parse(text) as JWK;
      return { kty, n, e, kid: id, alg: algorithm, use: 'sig' } as JWK;
    });
    return { keys };
  }

  /** The newest key that platforms have had time to read; the only one, as long as there is no other. */
  async signing(): Promise<SigningKey> {
    const rows = await this.current();
    const settled = this.store.after(-publishedBefore);
    const row = rows.filter(({ created_at: at }) => at <= settled).at(-1) ?? rows[0];
    if (!row) throw new Error('There is no key to sign with.');
    return { kid: row.id, key: await importJWK(JSON.parse(row.private_jwk) as JWK, algorithm) };
  }

  /** Publishes a new key, and says until when the others still are. */
  async rotate(): Promise<void> {
    const row = await newRow(this.store.now());
    await this.store.write(async (transaction) => {
      await transaction<Row>('seance_lti_key')
        .whereNull('retired_at')
        .update({ retired_at: this.store.after(retiresAfter) });
      await transaction<Row>('seance_lti_key').insert(row);
    });
  }

  /** What sessions are signed with: made and kept when nobody gives one. Any number of processes agree on it. */
  async ofSessions(): Promise<Uint8Array> {
    if (this.secret) return this.secret;
    if (this.sessionSecret !== undefined) return (this.secret = new TextEncoder().encode(this.sessionSecret));
    const row = { name: 'session', value: newSecret() };
    const value = await this.store.write(async (transaction) => {
      await transaction('seance_lti_secret').insert(row).onConflict('name').ignore();
      const kept = await transaction<typeof row>('seance_lti_secret').where({ name: row.name }).first();
      return kept?.value ?? row.value;
    });
    return (this.secret = new TextEncoder().encode(value));
  }

  /** Those that are published, the oldest first; the first of all is made now. */
  private async current(): Promise<readonly Row[]> {
    const rows = await this.read();
    if (rows.length > 0) return rows;
    const row = await newRow(this.store.now());
    await this.store.write((transaction) => transaction<Row>('seance_lti_key').insert(row));
    return this.read();
  }

  private read(): Promise<readonly Row[]> {
    return this.store
      .knex<Row>('seance_lti_key')
      .where((query) => void query.whereNull('retired_at').orWhere('retired_at', '>', this.store.now()))
      .orderBy(['created_at', 'id']);
  }
}

async function newRow(now: string): Promise<Row> {
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const text = JSON.stringify(await exportJWK(privateKey));
  return { id: uuidv7(), private_jwk: text, created_at: now, retired_at: null };
}
