import type { DeliveryOutcome } from '../domain/webhook/webhook.js';

/** A message, and how it is proven whose it is. */
export interface SignedMessage {
  readonly id: string;
  readonly payload: string;
  /** One or, while another takes its place, two. */
  readonly secrets: readonly string[];
}

/** Sends messages to addresses that administrators have named. */
export abstract class WebhookSender {
  /** A new secret that nobody can guess. */
  abstract newSecret(): string;
  /** What is wrong with an address, as far as can be seen by looking at it. */
  abstract faultOf(url: string): 'not-https' | 'not-allowed' | undefined;
  /** Never rejects: what goes wrong is an outcome. */
  abstract send(url: string, message: SignedMessage): Promise<DeliveryOutcome>;
}
