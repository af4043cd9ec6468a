import type { ChangeSettings } from '../../../application/settings/change-settings.js';
import { adminRoute, type Route } from '../route.js';
import { settingsReview, settingValues } from '../schemas/settings-schemas.js';

/** @param schema JSON Schema of the settings, of the manifest. */
export function settingsRoutes(
  changeSettings: ChangeSettings,
  schema: Readonly<Record<string, unknown>>,
): readonly Route[] {
  const path = '/api/v1/admin/settings';
  const answer = {
    status: 200,
    description: 'The settings in force, their schema, and who changed what when.',
    schema: { name: 'SettingsReview', schema: settingsReview },
  };
  return [
    adminRoute({
      method: 'GET',
      path,
      operationId: 'reviewSettings',
      summary: 'The settings of the platform.',
      answer,
      refusals: [],
      handle: async ({ administration }) => ({
        status: 200,
        body: { ...(await changeSettings.review(administration)), schema },
      }),
    }),
    adminRoute({
      method: 'PUT',
      path,
      operationId: 'changeSettings',
      summary: 'Changes the settings that the body names, all or some of them.',
      body: { name: 'SettingValues', schema: settingValues, published: schema },
      answer,
      refusals: [],
      handle: async ({ administration, body }) => ({
        status: 200,
        body: { ...(await changeSettings.run(administration, body)), schema },
      }),
    }),
  ];
}
