import { Refusal } from '../../domain/refusal.js';
import { MailRefused } from '../../ports/mailer.js';

/**
 * `port` with every failure of the host turned into the refusal `unavailable`: a host that is down is not a bug of the
 * plugin, and clients are told to come back.
 */
export function guardedPort<T extends object>(name: string, port: T): T {
  return new Proxy(port, {
    get(target, property) {
      const member: unknown = Reflect.get(target, property);
      if (typeof member !== 'function') return member;
      return async (...values: unknown[]): Promise<unknown> => {
        try {
          return (await Reflect.apply(member, target, values)) as unknown;
        } catch (error) {
          if (Refusal.is(error) || MailRefused.is(error)) throw error;
          throw new Refusal(
            'unavailable',
            [],
            `The host's ${name}.${String(property)} failed: ${String(error)}`,
          );
        }
      };
    },
  });
}
