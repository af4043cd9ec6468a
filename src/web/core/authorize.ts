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
