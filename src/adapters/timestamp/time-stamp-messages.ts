import { createHash } from 'node:crypto';
import { readToken, sha256 } from './time-stamp-token.js';

/** Of the statuses of an answer, 0 and 1 grant. */
const mostGranted = 1;

/** Asks for a time-stamp of the SHA-256 of a text (RFC 3161, 2.4.1), in DER. */
export async function requestFor(text: string, nonce: Buffer): Promise<Uint8Array<ArrayBuffer>> {
  const { AlgorithmIdentifier, MessageImprint, TimeStampReq } = await import('pkijs');
  const { Integer, OctetString } = await import('asn1js');
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: sha256 }),
      hashedMessage: new OctetString({ valueHex: createHash('sha256').update(text).digest() }),
    }),
    nonce: new Integer({ valueHex: nonce }),
    certReq: true,
  });
  return new Uint8Array(request.toSchema().toBER());
}

/**
 * The token in an answer (RFC 3161, 2.4.2), as it came, in base64.
 *
 * @throws Error when the service refuses, or answers another question.
 */
export async function tokenIn(answer: Buffer, nonce: Buffer): Promise<string> {
  const { status, says, token } = await readAnswer(answer);
  if (status > mostGranted || !token)
    throw new Error(`The service of time-stamps refuses: status ${status}${says && `, ${says}`}.`);
  const { info } = await readToken(token);
  if (!info.nonce || !nonce.equals(info.nonce.valueBlock.valueHexView))
    throw new Error('The service of time-stamps answers another question.');
  return Buffer.from(token).toString('base64');
}

interface ReadAnswer {
  readonly status: number;
  readonly says: string;
  readonly token: Uint8Array<ArrayBuffer> | undefined;
}

async function readAnswer(answer: Buffer): Promise<ReadAnswer> {
  const { TimeStampResp } = await import('pkijs');
  const { fromBER, Sequence } = await import('asn1js');
  const { result } = fromBER(answer);
  try {
    if (!(result instanceof Sequence)) throw new Error('it is no sequence');
    // Read before the library names what is in it.
    const token = result.valueBlock.value[1]?.valueBeforeDecodeView;
    const { status } = new TimeStampResp({ schema: result });
    const says = (status.statusStrings ?? []).map(({ valueBlock }) => valueBlock.value).join(' ');
    return { status: status.status, says, token: token && new Uint8Array(token) };
  } catch (cause) {
    throw new Error('The service of time-stamps gave an answer that is none.', { cause });
  }
}
