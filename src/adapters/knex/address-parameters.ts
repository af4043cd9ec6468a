import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';

/** What the query of a server's address says about the connections to it. */
export interface AddressParameters {
  /** How many connections at most. */
  readonly pool: number;
  /** Whether a read on a node of a Galera cluster waits for what other nodes have committed before it. */
  readonly causal: boolean;
  /** What the driver needs for TLS; absent for a connection in the clear. */
  readonly tls?: TlsOptions;
}

/** The server has to prove that it is the one of the address, as a browser asks of a site. */
interface TlsOptions {
  /** PEM; the authorities that Node.js knows when absent. */
  readonly ca?: string;
  readonly rejectUnauthorized: true;
  readonly verifyIdentity: true;
}

const names = ['pool', 'causal', 'ssl', 'ssl-ca'] as const;

/**
 * The parameters of `mysql://…?pool=10&causal=1&ssl=true&ssl-ca=FILE`.
 *
 * @throws Error that names a parameter which is not known, given twice, or has a value that it cannot have.
 */
export function addressParameters({ hostname, searchParams }: URL): AddressParameters {
  refuseUnknown([...searchParams.keys()], names);
  const isCausal = oneOf(searchParams, 'causal', ['0', '1'], '0') === '1';
  const file = searchParams.get('ssl-ca');
  const isSecret = oneOf(searchParams, 'ssl', ['true', 'false'], file === null ? 'false' : 'true') === 'true';
  if (!isSecret && file !== null)
    throw new Error('The address of the database says "ssl=false", and names an authority with "ssl-ca".');
  // The driver would compare the certificate with "localhost".
  if (isSecret && isIP(hostname.replaceAll(/[[\]]/g, '')) !== 0)
    throw new Error(`With TLS, the address of the database names the server as its certificate does.`);
  return { pool: poolOf(searchParams), causal: isCausal, ...(isSecret && { tls: tlsOptions(file) }) };
}

/** @throws Error that names what is given, and what there is. */
export function refuseUnknown(given: readonly string[], known: readonly string[]): void {
  const choice = known.length === 0 ? 'has none' : `may have ${known.join(', ')}`;
  for (const [index, name] of given.entries()) {
    if (!known.includes(name))
      throw new Error(`The address of the database has a parameter "${name}", and ${choice}.`);
    if (given.indexOf(name) !== index)
      throw new Error(`The address of the database has the parameter "${name}" twice.`);
  }
}

function oneOf(parameters: URLSearchParams, name: string, values: readonly string[], unsaid: string): string {
  const value = parameters.get(name) ?? unsaid;
  if (!values.includes(value))
    throw new Error(`The parameter "${name}" of the database's address is ${values.join(' or ')}.`);
  return value;
}

function poolOf(parameters: URLSearchParams): number {
  const value = parameters.get('pool') ?? '10';
  if (!/^[1-9]\d{0,3}$/.test(value))
    throw new Error('The parameter "pool" of the database\'s address is a number from 1 to 9999.');
  return Number(value);
}

function tlsOptions(file: string | null): TlsOptions {
  const proof = { rejectUnauthorized: true, verifyIdentity: true } as const;
  if (file === null) return proof;
  try {
    return { ...proof, ca: readFileSync(file, 'utf8') };
  } catch (cause) {
    throw new Error(`The file of "ssl-ca" cannot be read: ${(cause as Error).message}.`, { cause });
  }
}
