import { isOpen } from '../../domain/download/download.js';
import { Refusal } from '../../domain/refusal.js';
import type { AddressTokens } from '../../ports/address-tokens.js';
import type { Clock } from '../../ports/clock.js';
import type { Download } from '../../ports/download-repository.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';

type Fetch<File> = (download: Download) => Promise<File>;

/** A file by its one-time address. */
export class TakeDownload {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tokens: AddressTokens,
    private readonly clock: Clock,
  ) {}

  /**
   * The file, once: what could not be fetched, because a part of the platform failed, can be asked for again.
   *
   * @throws Refusal `not-found` when the token is unknown, was used or is too old; what `fetch` refuses.
   */
  async run<File>(token: string, fetch: Fetch<File>): Promise<File> {
    const file = await this.look(token, fetch);
    const isFirst = await this.unitOfWork.write(({ downloads }) =>
      downloads.spend(this.tokens.hashOf(token)),
    );
    if (!isFirst) throw new Refusal('not-found');
    return file;
  }

  /** The same for who only wants to know what there is: it can still be fetched. */
  async look<File>(token: string, fetch: Fetch<File>): Promise<File> {
    const download = await this.unitOfWork.read(({ downloads }) => downloads.find(this.tokens.hashOf(token)));
    if (!download || !isOpen(download, this.clock.now())) throw new Refusal('not-found');
    return fetch(download);
  }
}
