import { createHash } from 'node:crypto';
import type { Certificate, SignedData, TSTInfo } from 'pkijs';
import { instantFromEpoch } from '../../domain/time/schedule.js';
import type { TimeStampFacts, TimeStampReader } from '../../ports/time-stamper.js';
import { checkSigner } from './signer-certificate.js';
import { readToken, sha256, timeStampInfo } from './time-stamp-token.js';

/** What a signature says that it is about (RFC 5652, 11.1). */
const contentTypeAttribute = '1.2.840.113549.1.9.3';

/**
 * Reads tokens with PKI.js, which is loaded by the first. That a certificate has ended since is nothing against a token: it is
 * judged as of the time of the stamp. Whether it was revoked is not asked.
 */
export class PkiTimeStampReader implements TimeStampReader {
  /**
   * @param anchors certificates of authorities, in PEM: a token is then to be signed by a service that one of them vouches
   *   for. With none, the signature is checked against the certificate in the token alone.
   */
  constructor(private readonly anchors = '') {}

  async verify(token: string, text: string): Promise<TimeStampFacts> {
    const { signed, info } = await readToken(Buffer.from(token, 'base64'));
    checkImprint(info, text);
    const trustedCerts = await certificatesOf(this.anchors);
    const certificate = await signerOf(signed, text, trustedCerts);
    checkSigner(certificate, signed, info.genTime);
    return { at: instantFromEpoch(Math.floor(info.genTime.getTime() / 1_000) * 1_000) };
  }
}

function checkImprint({ messageImprint }: TSTInfo, text: string): void {
  const { hashAlgorithm, hashedMessage } = messageImprint;
  const digest = createHash('sha256').update(text).digest();
  if (hashAlgorithm.algorithmId !== sha256 || !digest.equals(hashedMessage.valueBlock.valueHexView))
    throw new Error('The time-stamp is about something else.');
}

/** The certificate that a token is rightly signed with. */
async function signerOf(signed: SignedData, text: string, trustedCerts: Certificate[]): Promise<Certificate> {
  const [signer, ...others] = signed.signerInfos;
  const about = signer?.signedAttrs?.attributes.find(({ type }) => type === contentTypeAttribute);
  const said = about?.values[0] as { readonly valueBlock: { toString(): string } } | undefined;
  if (others.length > 0 || said?.valueBlock.toString() !== timeStampInfo)
    throw new Error('The time-stamp is not signed as one.');
  const { signatureVerified, signerCertificate } = await verified(signed, text, trustedCerts);
  if (!signatureVerified || !signerCertificate)
    throw new Error('The signature of the time-stamp is not right.');
  return signerCertificate;
}

async function verified(signed: SignedData, text: string, trustedCerts: Certificate[]) {
  const data = new TextEncoder().encode(text).buffer;
  const checkChain = trustedCerts.length > 0;
  try {
    return await signed.verify({ signer: 0, data, extendedMode: true, checkChain, trustedCerts });
  } catch (cause) {
    throw new Error(`The signature of the time-stamp is not right: ${(cause as Error).message}.`, { cause });
  }
}

/** @throws Error for what is no PEM of certificates. */
async function certificatesOf(pem: string): Promise<Certificate[]> {
  const { Certificate } = await import('pkijs');
  const blocks = pem.matchAll(/-----BEGIN CERTIFICATE-----([^-]+)-----END CERTIFICATE-----/g);
  return [...blocks].map(([, block = '']) => Certificate.fromBER(Buffer.from(block, 'base64')));
}
