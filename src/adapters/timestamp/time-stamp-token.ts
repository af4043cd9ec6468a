import type { SignedData, TSTInfo } from 'pkijs';

/** SHA-256, and what is in a token (RFC 3161, 2.4.2), as ASN.1 names them. */
export const sha256 = '2.16.840.1.101.3.4.2.1';
export const timeStampInfo = '1.2.840.113549.1.9.16.1.4';

/** A token that has been read, and not yet been judged. */
export interface ReadToken {
  readonly signed: SignedData;
  readonly info: TSTInfo;
}

/** @throws Error for bytes that are no token. */
export async function readToken(bytes: Uint8Array<ArrayBuffer>): Promise<ReadToken> {
  const { ContentInfo, SignedData, TSTInfo } = await import('pkijs');
  try {
    const signed = new SignedData({ schema: ContentInfo.fromBER(bytes).content });
    const { eContentType, eContent } = signed.encapContentInfo;
    if (eContentType !== timeStampInfo || !eContent) throw new Error('there is no time in it');
    return { signed, info: TSTInfo.fromBER(eContent.getValue()) };
  } catch (cause) {
    throw new Error(`It is no time-stamp: ${(cause as Error).message}`, { cause });
  }
}
