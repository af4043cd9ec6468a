import type { PropertyDeclaration } from 'lit';

/**
 * Says who asks where no cookie does, and is called before each request: what it gives is sent as
 * `Authorization: Bearer …`, and nothing when that is undefined. After a 401 it is called once more, and the request sent
 * again. When it rejects, the reader is told what they are told without a network.
 */
export type Authorize = () => Promise<string | undefined>;

/** An element whose page may say who asks. */
export interface Authorized {
  readonly authorize?: Authorize | undefined;
}

/** Another function in the place of one says who the same reader is; a first one, or none any more, is another reader. */
export const authorizeProperty: PropertyDeclaration<Authorize | undefined> = {
  attribute: false,
  hasChanged: (authorize, before) => Boolean(authorize) !== Boolean(before),
};
