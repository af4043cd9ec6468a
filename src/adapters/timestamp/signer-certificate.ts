import { createHash } from 'node:crypto';
import type { Attribute, Certificate, ExtKeyUsage, SignedData } from 'pkijs';

const keyUsage = '2.5.29.37';
const timeStamping = '1.3.6.1.5.5.7.3.8';
/** The attributes that name the certificate of a signer (RFC 2634, 5.4; RFC 5035, 3). */
const signingCertificate = '1.2.840.113549.1.9.16.2.12';
const signingCertificateV2 = '1.2.840.113549.1.9.16.2.47';

/** The hash of a certificate, by the names that they have in ASN.1. */
const hashes: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/**
 * Judges the certificate of a token: it was valid then, is for time-stamps and nothing else, and is the one that the signer
 * has named (RFC 3161, 2.3 and 2.4.2).
 *
 * @throws Error with what is wrong.
 */
export function checkSigner(certificate: Certificate, signed: SignedData, at: Date): void {
  const { notBefore, notAfter } = certificate;
  if (at < notBefore.value || at > notAfter.value)
    throw new Error('The certificate of the time-stamp was not valid at its time.');
  const usage = certificate.extensions?.find(({ extnID }) => extnID === keyUsage);
  const purposes = (usage?.parsedValue as ExtKeyUsage | undefined)?.keyPurposes;
  if (!usage?.critical || purposes?.length !== 1 || purposes[0] !== timeStamping)
    throw new Error('The certificate of the time-stamp is not one for time-stamps.');
  const attributes = signed.signerInfos[0]?.signedAttrs?.attributes ?? [];
  const named = attributes.map(hashNamedIn).find((found) => found !== undefined);
  const bytes = new Uint8Array(certificate.toSchema().toBER());
  if (!named?.digest.equals(createHash(named.algorithm).update(bytes).digest()))
    throw new Error('The time-stamp names another certificate than the one in it.');
}

interface NamedHash {
  readonly algorithm: string;
  readonly digest: Buffer;
}

/** The number of its tag (X.690, 8.7). */
const octetString = 4;

/** What was read of ASN.1: a value, or several in it. */
interface Node {
  readonly idBlock: { readonly tagNumber: number };
  readonly valueBlock: {
    readonly value?: readonly Node[];
    readonly valueHexView?: Uint8Array;
    toString(): string;
  };
}

/** The hash of the first certificate that an attribute names; undefined for other attributes. */
function hashNamedIn({ type, values }: Attribute): NamedHash | undefined {
  if (type !== signingCertificate && type !== signingCertificateV2) return undefined;
  const [certificates] = partsOf(values[0] as Node | undefined);
  const [one, other] = partsOf(partsOf(certificates)[0]);
  // The second version may name its algorithm first, and means SHA-256 when it does not. Some hashes can be read as ASN.1.
  const algorithm = one?.idBlock.tagNumber === octetString ? undefined : partsOf(one)[0];
  const digest = Buffer.from((algorithm ? other : one)?.valueBlock.valueHexView ?? []);
  if (type === signingCertificate) return { algorithm: 'sha1', digest };
  const named = algorithm ? hashes[algorithm.valueBlock.toString()] : 'sha256';
  return named === undefined ? undefined : { algorithm: named, digest };
}

function partsOf(node: Node | undefined): readonly Node[] {
  return node?.valueBlock.value ?? [];
}
