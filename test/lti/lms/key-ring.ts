import {
  type CryptoKey,
  exportJWK,
  exportSPKI,
  generateKeyPair,
  type JWK,
  type JWTHeaderParameters,
  SignJWT,
} from 'jose';
import type { Claims } from './claims.js';

/** Of whom a signature is: the platform, somebody else, nobody, or a cheat that takes the public key for a secret. */
export type Signer = 'platform' | 'stranger' | 'nobody' | 'public-key-as-secret';

/** Header parameters, with `undefined` for one that is left out. */
export type Header = Readonly<Record<string, unknown>>;

interface Key {
  readonly kid: string;
  readonly private: CryptoKey;
  readonly public: CryptoKey;
  readonly jwk: JWK;
}

/** The RS256 keys of a platform (LTI Security Framework 1.0: RSA, published as a JWK set). */
export class KeyRing {
  private made = 1;

  private constructor(
    private keys: readonly [Key, ...Key[]],
    private readonly kidOf: (number: number) => string,
  ) {}

  /** @param kidOf what the platform calls its `number`th key. */
  static async create(kidOf: (number: number) => string): Promise<KeyRing> {
    return new KeyRing([await newKey(kidOf(1))], kidOf);
  }

  /** Whose key signs now. */
  get kid(): string {
    return this.keys[0].kid;
  }

  /** What the platform publishes. */
  get published(): { readonly keys: readonly JWK[] } {
    return { keys: this.keys.map(({ jwk }) => jwk) };
  }

  /** A new key signs from now on. The old ones stay published, unless they are `revoked`. */
  async rotate({ revoked = false } = {}): Promise<void> {
    this.made += 1;
    const next = await newKey(this.kidOf(this.made));
    this.keys = revoked ? [next] : [next, ...this.keys];
  }

  /** A compact token of `claims`; `header` is put over what the platform would write there. */
  async sign(claims: Claims, header: Header = {}, signer: Signer = 'platform'): Promise<string> {
    const written = { typ: 'JWT', kid: this.kid, ...header };
    if (signer === 'nobody') return `${encoded({ ...written, alg: 'none' })}.${encoded(claims)}.`;
    if (signer === 'public-key-as-secret') {
      const secret = new TextEncoder().encode(await exportSPKI(this.keys[0].public));
      return jwt(claims, { ...written, alg: 'HS256' }).sign(secret);
    }
    const key = signer === 'platform' ? this.keys[0] : await newKey(this.kid);
    return jwt(claims, { ...written, alg: 'RS256' }).sign(key.private);
  }
}

async function newKey(kid: string): Promise<Key> {
  const pair = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(pair.publicKey)), kid, alg: 'RS256', use: 'sig' };
  return { kid, private: pair.privateKey, public: pair.publicKey, jwk };
}

function jwt(claims: Claims, header: Header): SignJWT {
  return new SignJWT(claims).setProtectedHeader(header as unknown as JWTHeaderParameters);
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
