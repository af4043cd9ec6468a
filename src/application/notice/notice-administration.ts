import type { NoticeSettings } from '../../domain/notice/notice.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import type { Administration } from '../access/space-access.js';
import { settingsOf } from './own-notices.js';

/** What administrators decide about notices. */
export class NoticeAdministration {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  review({ platformId }: Administration): Promise<NoticeSettings> {
    return this.unitOfWork.read((repositories) => settingsOf(repositories, platformId));
  }

  /** Changes what is named, and leaves the rest. */
  change({ platformId }: Administration, wanted: Partial<NoticeSettings>): Promise<NoticeSettings> {
    return this.unitOfWork.write(async (repositories) => {
      const settings = { ...(await settingsOf(repositories, platformId)), ...wanted };
      await repositories.notices.changeSettings(platformId, settings);
      return settings;
    });
  }
}
