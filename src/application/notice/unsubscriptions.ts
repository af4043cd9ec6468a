import { endableMails, endedBy, type EndableMail } from '../../domain/notice/notice.js';
import { Refusal } from '../../domain/refusal.js';
import type { AddressTokens } from '../../ports/address-tokens.js';
import type { Clock } from '../../ports/clock.js';
import type { Actor } from '../../ports/identity.js';
import type { Message } from '../../ports/mailer.js';
import type { Repositories, UnitOfWork } from '../../ports/unit-of-work.js';
import type { UnsubscribePages } from '../../ports/unsubscribe-pages.js';
import type { Unsubscription } from '../../ports/unsubscription-repository.js';
import { settingsOf } from './own-notices.js';

/** What a link in a mail ends. */
export interface EndedMail {
  readonly mail: EndableMail;
  /** BCP 47. */
  readonly locale: string;
  /** Whether the administrators have decided, since it was sent, that everybody gets it. */
  readonly isLocked: boolean;
}

/** The links with which people end mails, with nobody signed in. */
export class Unsubscriptions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tokens: AddressTokens,
    private readonly pages: UnsubscribePages,
    private readonly clock: Clock,
  ) {}

  /** The headers of a mail that its reader may end (RFC 2369, RFC 8058); none of another, or where no address is known. */
  async headersFor(
    { id: userId, platformId = '', locale }: Actor,
    kind: Message['kind'],
  ): Promise<Readonly<Record<string, string>> | undefined> {
    const mail = endableMails.find((one) => one === kind);
    const token = this.tokens.create();
    const address = this.pages.addressOf(token);
    if (mail === undefined || address === null) return undefined;
    const made = { tokenHash: this.tokens.hashOf(token), userId, platformId, mail, locale };
    const ends = await this.unitOfWork.read((repositories) => endedIn(repositories, made));
    if (ends.length === 0) return undefined;
    await this.unitOfWork.write(({ unsubscriptions }) =>
      unsubscriptions.add({ ...made, createdAt: this.clock.now() }),
    );
    return { 'List-Unsubscribe': `<${address}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
  }

  /** @throws Refusal `not-found` when there is no such link, or none any more */
  look(token: string): Promise<EndedMail> {
    return this.unitOfWork.read(async (repositories) => (await this.found(repositories, token)).ended);
  }

  /**
   * Tells the reader of the mail no more of what it told; once more changes nothing.
   *
   * @throws Refusal `not-found` when there is no such link, or none any more
   */
  end(token: string): Promise<EndedMail> {
    return this.unitOfWork.write(async (repositories) => {
      const { ended, unsubscription } = await this.found(repositories, token);
      const kinds = await endedIn(repositories, unsubscription);
      const choices = Object.fromEntries(kinds.map((kind) => [kind, 'never' as const]));
      await repositories.notices.choose(unsubscription.userId, choices);
      return ended;
    });
  }

  private async found(
    repositories: Repositories,
    token: string,
  ): Promise<{ readonly ended: EndedMail; readonly unsubscription: Unsubscription }> {
    const unsubscription = await repositories.unsubscriptions.find(this.tokens.hashOf(token));
    if (!unsubscription) throw new Refusal('not-found');
    const { mail, locale, platformId } = unsubscription;
    const { locked } = await settingsOf(repositories, platformId);
    return { ended: { mail, locale, isLocked: mail !== 'digest' && locked.includes(mail) }, unsubscription };
  }
}

async function endedIn(
  repositories: Repositories,
  { userId, platformId, mail }: Pick<Unsubscription, 'userId' | 'platformId' | 'mail'>,
) {
  const settings = await settingsOf(repositories, platformId);
  return endedBy(mail, settings, await repositories.notices.preferences(userId));
}
