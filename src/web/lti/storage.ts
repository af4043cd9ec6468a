import { pageAround } from './page-around.js';

/** Where a platform keeps what it is given for a tool (LTI Client Side postMessages 0.1, Platform Storage 0.1). */
export interface PlatformStorage {
  /** The name of the frame that answers, or `_parent`. */
  readonly target: string;
  /** Of the platform's authorisation endpoint: whoever else is in that frame gets nothing. */
  readonly origin: string;
}

/** How long a platform may take to answer, in milliseconds: on a phone its page is at work, too, when this one asks. */
const patience = 10_000;

/** @returns whether the platform has kept it. */
export async function putData(storage: PlatformStorage, key: string, value: string): Promise<boolean> {
  return (await asked(storage, { subject: 'lti.put_data', key, value })) !== undefined;
}

/** @returns undefined when the platform has nothing, or does not answer. */
export async function getData(storage: PlatformStorage, key: string): Promise<string | undefined> {
  const answer = await asked(storage, { subject: 'lti.get_data', key });
  return typeof answer?.['value'] === 'string' ? answer['value'] : undefined;
}

function asked(
  { target, origin }: PlatformStorage,
  message: { readonly subject: string; readonly key: string; readonly value?: string },
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const frame = frameOf(target);
  if (!frame) return Promise.resolve(undefined);
  const id = crypto.randomUUID();
  return new Promise((answered) => {
    const end = (answer: Readonly<Record<string, unknown>> | undefined): void => {
      removeEventListener('message', listen);
      clearTimeout(timer);
      answered(answer);
    };
    const listen = ({ data, origin: from }: MessageEvent): void => {
      const answer = Object(data) as Readonly<Record<string, unknown>>;
      if (from !== origin || answer['message_id'] !== id) return;
      if (answer['subject'] !== `${message.subject}.response`) return;
      end(answer['error'] === undefined ? answer : undefined);
    };
    const timer = setTimeout(() => end(undefined), patience);
    addEventListener('message', listen);
    frame.postMessage({ ...message, message_id: id }, origin);
  });
}

/** The window that a name means: the parent of this one, or a frame beside it. */
function frameOf(target: string): Window | undefined {
  const parent = pageAround();
  if (parent === window) return undefined;
  if (target === '_parent') return parent;
  try {
    return (parent.frames as unknown as Readonly<Record<string, Window | undefined>>)[target] ?? parent;
  } catch {
    return parent;
  }
}
