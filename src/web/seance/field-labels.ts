import type { MessageKey } from '../core/locale.js';
import { type FieldName, fieldNames } from './form-values.js';

const formLabels = Object.fromEntries(
  fieldNames.map((name) => [name, `form.${name}` satisfies MessageKey]),
) as Readonly<Record<FieldName, MessageKey>>;

/** What the form calls the fields of a séance, also by the names that previews and the history have for them. */
export const fieldLabels: Readonly<Record<FieldName | 'trainers' | 'groupId', MessageKey>> = {
  ...formLabels,
  trainers: 'form.trainerIds',
  groupId: 'form.groupName',
};
