import { createHash, webcrypto } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';

/** What a service does otherwise than it should. */
export type Misbehaviour =
  | 'another-imprint'
  | 'another-nonce'
  | 'no-nonce'
  | 'refuses'
  | 'garbage'
  | 'endless'
  | 'silent'
  | 'redirects'
  | 'another-signer-named'
  | 'signature-changed'
  | 'time-changed'
  | 'not-signed-as-a-time';

/** What a certificate of a service may say. */
export interface CertificateOf {
  /** Default: for time-stamps alone, and critical. */
  readonly usage?: { readonly critical: boolean; readonly purposes: readonly string[] } | undefined;
  readonly notBefore?: Date;
  readonly notAfter?: Date;
}

export const purposeOf = { timeStamping: '1.3.6.1.5.5.7.3.8', codeSigning: '1.3.6.1.5.5.7.3.3' };
const timeStampInfo = '1.2.840.113549.1.9.16.1.4';

interface Signer {
  readonly certificate: pkijs.Certificate;
  readonly keys: webcrypto.CryptoKeyPair;
}

/** A service of time-stamps on loopback (RFC 3161), with an authority of its own. */
export class TimeStampServer {
  /** What it was asked, with which headers. */
  readonly asked: { readonly request: pkijs.TimeStampReq; readonly headers: IncomingHttpHeaders }[] = [];
  misbehaves: Misbehaviour | undefined;
  /** The time that it stamps with; now when it is undefined. */
  now: Date | undefined;

  private constructor(
    private readonly server: Server,
    private readonly authority: Signer,
    private service: Signer,
  ) {}

  static async start(about: CertificateOf = {}): Promise<TimeStampServer> {
    const authority = await authorityNamed('Séances test authority');
    const service = await serviceOf(authority, about);
    const server = createServer();
    const started = new TimeStampServer(server, authority, service);
    server.on('request', (request, response) => {
      void buffer(request).then((body) => started.answer(request.headers, body, response));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return started;
  }

  /** Takes another certificate, whose hash can be read as ASN.1 itself: one of some hundreds is such a one. */
  async takeReadableHash(): Promise<void> {
    do this.service = await serviceOf(this.authority, {});
    while (!isReadable(hashOf(this.service.certificate.toSchema().toBER())));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/tsa`;
  }

  /** The certificate of its authority, in PEM. */
  get anchor(): string {
    const lines = Buffer.from(this.authority.certificate.toSchema().toBER()).toString('base64');
    return `-----BEGIN CERTIFICATE-----\n${lines.replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private async answer(headers: IncomingHttpHeaders, body: Buffer, response: ServerResponse): Promise<void> {
    const request = pkijs.TimeStampReq.fromBER(body);
    this.asked.push({ request, headers });
    switch (this.misbehaves) {
      case 'silent':
        return;
      case 'garbage':
        response.end('<html>Come back later</html>');
        return;
      case 'endless':
        response.end(Buffer.alloc(1_000_000));
        return;
      case 'redirects':
        response.writeHead(302, { location: 'file:///etc/hosts' }).end();
        return;
      default:
        response.setHeader('content-type', 'application/timestamp-reply');
        response.end(Buffer.from((await this.replyTo(request)).toSchema().toBER()));
    }
  }

  private async replyTo(request: pkijs.TimeStampReq): Promise<pkijs.TimeStampResp> {
    if (this.misbehaves === 'refuses')
      return new pkijs.TimeStampResp({
        status: new pkijs.PKIStatusInfo({
          status: pkijs.PKIStatus.rejection,
          statusStrings: [new asn1js.Utf8String({ value: 'the clock is being set' })],
        }),
      });
    const content = (await this.signed(request)).toSchema(true) as asn1js.Sequence;
    return new pkijs.TimeStampResp({
      status: new pkijs.PKIStatusInfo({ status: pkijs.PKIStatus.granted }),
      timeStampToken: new pkijs.ContentInfo({ contentType: pkijs.ContentInfo.SIGNED_DATA, content }),
    });
  }

  private async signed(request: pkijs.TimeStampReq): Promise<pkijs.SignedData> {
    const { certificate, keys } = this.service;
    const info = Buffer.from(this.infoFor(request).toSchema().toBER());
    const signed = new pkijs.SignedData({
      version: 3,
      encapContentInfo: new pkijs.EncapsulatedContentInfo({
        eContentType: timeStampInfo,
        eContent: new asn1js.OctetString({ valueHex: info }),
      }),
      signerInfos: [
        new pkijs.SignerInfo({
          version: 1,
          sid: new pkijs.IssuerAndSerialNumber({
            issuer: certificate.issuer,
            serialNumber: certificate.serialNumber,
          }),
          signedAttrs: new pkijs.SignedAndUnsignedAttributes({
            type: 0,
            attributes: attributesFor(info, certificate, this.misbehaves),
          }),
        }),
      ],
      certificates: [certificate, this.authority.certificate],
    });
    await signed.sign(keys.privateKey, 0, 'SHA-256');
    if (this.misbehaves === 'signature-changed') changed(signed.signerInfos[0]!.signature);
    if (this.misbehaves === 'time-changed')
      signed.encapContentInfo.eContent = new asn1js.OctetString({ valueHex: this.laterInfo(request) });
    return signed;
  }

  private infoFor(request: pkijs.TimeStampReq, genTime = this.now ?? new Date()): pkijs.TSTInfo {
    const { messageImprint, nonce } = request;
    const hashedMessage = new asn1js.OctetString({ valueHex: createHash('sha256').update('else').digest() });
    return new pkijs.TSTInfo({
      version: 1,
      policy: '1.2.3.4.1',
      messageImprint:
        this.misbehaves === 'another-imprint'
          ? new pkijs.MessageImprint({ hashAlgorithm: messageImprint.hashAlgorithm, hashedMessage })
          : messageImprint,
      serialNumber: new asn1js.Integer({ value: this.asked.length }),
      genTime,
      ...(this.misbehaves !== 'no-nonce' && {
        nonce: this.misbehaves === 'another-nonce' ? new asn1js.Integer({ value: 1 }) : nonce!,
      }),
    });
  }

  private laterInfo(request: pkijs.TimeStampReq): Buffer {
    const later = new Date((this.now?.getTime() ?? Date.now()) + 60_000);
    return Buffer.from(this.infoFor(request, later).toSchema().toBER());
  }
}

function changed(signature: asn1js.OctetString): void {
  const bytes = signature.valueBlock.valueHexView;
  bytes[bytes.length - 1]! ^= 1;
}

function attributesFor(info: Buffer, certificate: pkijs.Certificate, misbehaves: Misbehaviour | undefined) {
  const named = misbehaves === 'another-signer-named' ? 'else' : certificate.toSchema().toBER();
  const about = misbehaves === 'not-signed-as-a-time' ? '1.2.840.113549.1.7.1' : timeStampInfo;
  const sequence = (...value: asn1js.BaseBlock[]) => new asn1js.Sequence({ value });
  const values = {
    '1.2.840.113549.1.9.3': new asn1js.ObjectIdentifier({ value: about }),
    '1.2.840.113549.1.9.4': new asn1js.OctetString({ valueHex: hashOf(info) }),
    '1.2.840.113549.1.9.16.2.47': sequence(
      sequence(sequence(new asn1js.OctetString({ valueHex: hashOf(named) }))),
    ),
  };
  return Object.entries(values).map(([type, value]) => new pkijs.Attribute({ type, values: [value] }));
}

function isReadable(bytes: Uint8Array<ArrayBuffer>): boolean {
  try {
    return asn1js.fromBER(bytes).offset === bytes.length;
  } catch {
    return false;
  }
}

function hashOf(bytes: ArrayBuffer | Uint8Array | string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    createHash('sha256')
      .update(Buffer.from(bytes as string))
      .digest(),
  );
}

async function authorityNamed(name: string): Promise<Signer> {
  const keys = await newKeys();
  const constraints = new pkijs.BasicConstraints({ cA: true, pathLenConstraint: 1 });
  const extensions = [extension('2.5.29.19', true, constraints)];
  const certificate = await certificateFor({ name, keys, extensions }, { name, keys });
  return { certificate, keys };
}

async function serviceOf(authority: Signer, about: CertificateOf): Promise<Signer> {
  const keys = await newKeys();
  const usage = 'usage' in about ? about.usage : { critical: true, purposes: [purposeOf.timeStamping] };
  const extensions = usage
    ? [extension('2.5.29.37', usage.critical, new pkijs.ExtKeyUsage({ keyPurposes: [...usage.purposes] }))]
    : [];
  const name = 'Séances test time-stamps';
  const certificate = await certificateFor(
    { name, keys, extensions, ...about },
    { name: 'Séances test authority', keys: authority.keys },
  );
  return { certificate, keys };
}

async function newKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
}

function extension(extnID: string, critical: boolean, value: { toSchema(): asn1js.BaseBlock }) {
  return new pkijs.Extension({ extnID, critical, extnValue: value.toSchema().toBER() });
}

let serial = 0;

async function certificateFor(
  subject: Pick<CertificateOf, 'notBefore' | 'notAfter'> & {
    readonly name: string;
    readonly keys: webcrypto.CryptoKeyPair;
    readonly extensions: pkijs.Extension[];
  },
  issuer: { readonly name: string; readonly keys: webcrypto.CryptoKeyPair },
): Promise<pkijs.Certificate> {
  const certificate = new pkijs.Certificate({
    version: 2,
    serialNumber: new asn1js.Integer({ value: (serial += 1) }),
    extensions: subject.extensions,
  });
  certificate.subject.typesAndValues.push(commonName(subject.name));
  certificate.issuer.typesAndValues.push(commonName(issuer.name));
  certificate.notBefore.value = subject.notBefore ?? new Date('2020-01-01T00:00:00Z');
  certificate.notAfter.value = subject.notAfter ?? new Date('2049-01-01T00:00:00Z');
  await certificate.subjectPublicKeyInfo.importKey(subject.keys.publicKey);
  await certificate.sign(issuer.keys.privateKey, 'SHA-256');
  // What is read again is what others read.
  return pkijs.Certificate.fromBER(certificate.toSchema().toBER());
}

function commonName(value: string): pkijs.AttributeTypeAndValue {
  return new pkijs.AttributeTypeAndValue({ type: '2.5.4.3', value: new asn1js.Utf8String({ value }) });
}
