import Joi from 'joi';
import { listOf, object } from './object.js';
import { instant, jsonObject, text, word } from './values.js';

/** The settings themselves are checked by the schema of the manifest, which is what the document publishes. */
export const settingValues = Joi.object<Readonly<Record<string, unknown>>>().unknown();

export const settingsReview = object({
  values: jsonObject,
  schema: jsonObject.description('JSON Schema of the settings.'),
  changes: listOf(
    object({
      name: word,
      before: Joi.any<unknown>().required(),
      after: Joi.any<unknown>().required(),
      actor: object({ id: text, name: text }),
      at: instant,
    }),
  ).description('The latest changes, the latest first.'),
});
