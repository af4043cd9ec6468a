import { randomBytes } from 'node:crypto';
import { cutTo } from '../../domain/text/cut.js';
import type { DeliveryOutcome } from '../../domain/webhook/webhook.js';
import type { SignedMessage, WebhookSender } from '../../ports/webhook-sender.js';
import { judgedFetch, judgedUrl, type Judgement, NotAnswered } from './judged-fetch.js';
import { epochSeconds, MessageSigner } from './signed-message.js';

const secretBytes = 32;
/** Whoever takes longer is asked again later, and no more of an answer is read. */
const usual = { lasts: 10_000, bytes: 65_536, isCut: true };
/** What is kept of an answer that is no, for who mends what is behind. */
const longestDetail = 200;

/** Sends as Standard Webhooks says (https://www.standardwebhooks.com), to addresses outside, and follows nobody elsewhere. */
export class HttpWebhookSender implements WebhookSender {
  private readonly judgement: Judgement;

  /** @param allowHttp by http too, to loopback alone: for trying out. */
  constructor(
    allowHttp: boolean,
    private readonly limits = usual,
  ) {
    this.judgement = { allowHttp, allowPrivate: false };
  }

  newSecret(): string {
    return `whsec_${randomBytes(secretBytes).toString('base64')}`;
  }

  faultOf(url: string): 'not-https' | 'not-allowed' | undefined {
    try {
      judgedUrl(url, this.judgement);
      return undefined;
    } catch {
      return /^https:/i.test(url) ? 'not-allowed' : 'not-https';
    }
  }

  async send(url: string, { id, payload, secrets }: SignedMessage): Promise<DeliveryOutcome> {
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'seances-webhooks',
      ...new MessageSigner(secrets).sign(id, epochSeconds(), payload),
    };
    try {
      const request = { method: 'POST', headers, body: payload } as const;
      const { status, text } = await judgedFetch(url, request, this.judgement, this.limits);
      return status >= 200 && status < 300
        ? { status, fault: null, detail: '' }
        : { status, fault: 'answer', detail: brief(text) };
    } catch (error) {
      const fault = error instanceof NotAnswered ? 'unanswered' : 'address';
      return { status: null, fault, detail: brief((error as Error).message) };
    }
  }
}

/** One line of a text that somebody else wrote. */
function brief(text: string): string {
  const line = text.replaceAll(/[\p{C}\p{Z}]+/gu, ' ').trim();
  return cutTo(longestDetail, line);
}
