/**
 * What the host tells the plugin. Every event may be told again, and in any order: each states a fact that is true
 * from now on, and hearing it twice changes nothing.
 */
export type HostEvent =
  | { readonly type: 'user.gone'; readonly userId: string }
  | {
      readonly type: 'user.renamed';
      readonly userId: string;
      /** The whole name, as other people may read it. */
      readonly name: string;
      readonly firstName: string;
      readonly lastName: string;
    }
  | { readonly type: 'session.gone'; readonly sessionId: string }
  | { readonly type: 'space.gone'; readonly spaceId: string }
  | { readonly type: 'learner.joined'; readonly sessionId: string; readonly userId: string }
  | { readonly type: 'learner.left'; readonly sessionId: string; readonly userId: string };
