import { randomUUID } from 'node:crypto';
import { epochSeconds, type MessageSigner } from '../adapters/webhook/signed-message.js';
import { AnswerCache } from './answer-cache.js';
import { MailRefused } from '../index.js';
import { boundedText } from './bounded-text.js';
import type { MethodName, RemoteMethods } from './protocol.js';
import { RemoteSchema } from './remote-schema.js';

/** Why a platform could not be asked, as a sentence without its subject. */
class NoAnswer extends Error {
  /** @param mayPass false for an answer that would be the same another time. */
  constructor(
    says: string,
    readonly mayPass: boolean,
  ) {
    super(says);
    this.name = 'NoAnswer';
  }
}

/** How long a call may take. In milliseconds. */
const callLasts = 5_000;
/** 8 MiB: a page of 1,000 people takes 200 kB. */
const longestAnswer = 8_388_608;

/** For how long answers are kept. In milliseconds. */
const answersLast = 5_000;
const mostAnswers = 1_000;
const capabilitiesLast = 60_000;
const isKept = /^(?:directory|permissions)\./;
/** Methods that change something: what failed may have been done, and whoever sends it tries again later. */
const isWrite = /^(?:events|agenda|mailer)\./;
/** The code of an error that says that a message can never be sent as it is. */
const mailRefused = 'mail-refused';

/** A platform that is not in Node, and is asked over HTTP. */
export class RemotePlatform {
  private readonly schema = new RemoteSchema();
  private readonly answers = new AnswerCache(answersLast, mostAnswers);
  private readonly capabilities = new AnswerCache(capabilitiesLast, 1);

  /** @param lasts how long a call may take, in milliseconds */
  constructor(
    private readonly address: URL,
    private readonly signer: MessageSigner,
    private readonly lasts = callLasts,
  ) {}

  /**
   * What the platform answers; null for what it does not know.
   *
   * @throws Error in words when it does not answer, or not as it should.
   */
  async ask<Name extends MethodName>(
    method: Name,
    params: RemoteMethods[Name]['params'],
  ): Promise<RemoteMethods[Name]['result']> {
    const ask = (): Promise<RemoteMethods[Name]['result']> => this.tried(method, params);
    return isKept.test(method) ? this.answers.get(`${method} ${JSON.stringify(params)}`, ask) : ask();
  }

  /** Whether the platform has an optional method. */
  async has(method: MethodName): Promise<boolean> {
    const names = await this.capabilities.get('', () => this.ask('capabilities', {}));
    return names?.includes(method) ?? false;
  }

  private async tried<Name extends MethodName>(
    method: Name,
    params: RemoteMethods[Name]['params'],
  ): Promise<RemoteMethods[Name]['result']> {
    try {
      return await this.call(method, params);
    } catch (error) {
      const isAskedAgain = error instanceof NoAnswer && error.mayPass && !isWrite.test(method);
      if (!isAskedAgain) throw error;
      return this.call(method, params);
    }
  }

  private async call<Name extends MethodName>(
    method: Name,
    params: RemoteMethods[Name]['params'],
  ): Promise<RemoteMethods[Name]['result']> {
    const id = randomUUID();
    const { status, headers, text } = await this.send(id, JSON.stringify({ id, method, params }));
    if (status !== 200)
      throw new NoAnswer(
        `${this.address.host} answered ${method} with ${status}, and not 200`,
        status >= 500,
      );
    const fault = this.signer.faultOf(headers, epochSeconds(), text);
    if (fault) throw new NoAnswer(`the answer of ${this.address.host} to ${method} ${fault}`, false);
    const result = this.resultOf(method, id, text);
    const wrong = this.schema.faultOfResult(method, result);
    if (wrong)
      throw new NoAnswer(
        `${this.address.host} answered ${method} with what is none: ${wrong.pointer || 'the whole'} ${wrong.says}`,
        false,
      );
    return result as RemoteMethods[Name]['result'];
  }

  private resultOf(method: MethodName, id: string, text: string): unknown {
    const answer = parsed(text);
    const { host } = this.address;
    if (!answer) throw new NoAnswer(`${host} answered ${method} with what is no JSON object`, false);
    if (answer.id !== undefined && answer.id !== id)
      throw new NoAnswer(`${host} answered another call than ${method}`, false);
    if (answer.error !== undefined) {
      const says = `${host} refused ${method}: ${saidBy(answer.error)}`;
      const isForGood = method === 'mailer.send' && codeOf(answer.error) === mailRefused;
      throw isForGood ? new MailRefused(says) : new NoAnswer(says, false);
    }
    return answer.result ?? null;
  }

  private async send(id: string, body: string): Promise<{ status: number; headers: Headers; text: string }> {
    try {
      const response = await fetch(this.address, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...this.signer.sign(id, epochSeconds(), body) },
        body,
        redirect: 'manual',
        signal: AbortSignal.timeout(this.lasts),
      });
      const text = await boundedText(response, longestAnswer);
      if (text === undefined) throw new NoAnswer(`an answer was longer than ${longestAnswer} bytes`, false);
      return { status: response.status, headers: response.headers, text };
    } catch (error) {
      if (error instanceof NoAnswer) throw error;
      throw new NoAnswer(`${this.address.host} did not answer: ${reasonOf(error, this.lasts)}`, true);
    }
  }
}

interface Answer {
  readonly id?: unknown;
  readonly result?: unknown;
  readonly error?: unknown;
}

function parsed(text: string): Answer | undefined {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function codeOf(error: unknown): unknown {
  return (Object(error) as { readonly code?: unknown }).code;
}

/** Code and message, cut to what fits into a line of a log. */
function saidBy(error: unknown): string {
  const { code, message } = Object(error) as { readonly code?: unknown; readonly message?: unknown };
  return [code, message]
    .filter((one) => one !== undefined)
    .map((one) => JSON.stringify(one).slice(0, 200))
    .join(' ');
}

function reasonOf(error: unknown, lasts: number): string {
  const { name, message, cause } = error as Error & { readonly cause?: NodeJS.ErrnoException };
  if (name === 'TimeoutError') return `it took more than ${lasts / 1_000} s`;
  return cause?.message || cause?.code || message;
}
