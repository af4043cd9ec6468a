import { TransportRefusal } from './transport-refusal.js';

/**
 * What `work` answers, when it does within `milliseconds`. What takes longer goes on and may still be done: whoever
 * wrote looks before they write again, or sends an `Idempotency-Key`.
 *
 * @throws TransportRefusal `timed-out`
 */
export async function inTime<T>(milliseconds: number, work: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new TransportRefusal('timed-out', { 'retry-after': '1' })), milliseconds);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}
