import type { TemplateResult } from 'lit';
import { field, inputField, selectField, switchField } from '../core/field.js';
import { pictureField } from './picture-field.js';
import { zoneInput } from '../core/zone-input.js';
import { zoneName } from '../core/zones.js';
import { browserZone } from '../time/browser-zone.js';
import type { SettingChange, SettingSchema, SettingValue } from '../administration/admin-client.js';
import type { AdminKey, AdminLocale } from '../administration/load-admin-locale.js';

/** Settings that are a time of day. */
const clockTimes: readonly string[] = ['attendanceBreakStart', 'attendanceBreakEnd'];

/** One setting of the form, and whom it tells what was typed. */
export interface SettingContext {
  readonly name: string;
  readonly schema: SettingSchema;
  /** As it is in the control: a number that is being typed may not be one yet. */
  readonly value: SettingValue;
  readonly error: string | undefined;
  readonly lastChange: SettingChange | undefined;
  readonly locale: AdminLocale;
  readonly change: (value: SettingValue) => void;
  /** Says why what was chosen cannot be taken. */
  readonly refuse: (message: string) => void;
}

/** A row of the form, drawn from the schema of the setting: its label, its control, and who changed it last. */
export function settingField(context: SettingContext): TemplateResult {
  const { name, schema, value, error, locale, lastChange, change } = context;
  const hints = [
    locale.text(`setting.${name}.hint` as AdminKey),
    name === 'attendanceRetentionDays' ? yearsText(value, locale) : '',
    ...(lastChange ? [changeLine(lastChange, locale)] : []),
  ];
  const row = { name, label: settingLabel(name, locale), error, hints };
  if (schema.type === 'boolean') return switchField(row, { value: value === true, change });
  if (name === 'providerLogo')
    return pictureField(row, {
      ...{ locale, change, value: String(value), longest: schema.maxLength ?? 0 },
      refuse: context.refuse,
    });
  if (schema.format === 'time-zone')
    return field(
      row,
      zoneInput({ name, value: String(value), isWrong: error !== undefined, locale, change }),
    );
  if (schema.enum) {
    return selectField(row, {
      value: String(value),
      choices: schema.enum.map((id) => ({ id, name: settingText(name, id, locale) })),
      change,
    });
  }
  if (schema.type === 'string') {
    const type = clockTimes.includes(name) ? 'time' : 'text';
    return inputField(row, { type, value: String(value), constraints: schema, change });
  }
  return inputField(row, {
    type: 'number',
    value: String(value),
    constraints: { ...schema, required: true },
    change: (typed) => change(numberIn(typed)),
  });
}

export function settingLabel(name: string, locale: AdminLocale): string {
  return locale.text(`setting.${name}` as AdminKey);
}

/** A value as people read it. */
export function settingText(name: string, value: SettingValue, locale: AdminLocale): string {
  if (typeof value === 'boolean') return locale.text(value ? 'settings.yes' : 'settings.no');
  if (typeof value === 'number') return locale.text('settings.number', { value });
  if (value === '') return locale.text('settings.empty');
  if (value.startsWith('data:')) return locale.text('settings.picture');
  const key = `setting.${name}.${value}` as AdminKey;
  return locale.has(key) ? locale.text(key) : zoneName(value, locale);
}

/** Days that are years, for who counts in those. */
function yearsText(days: SettingValue, locale: AdminLocale): string {
  const count = typeof days === 'number' ? Math.round((days / 365.25) * 10) / 10 : 0;
  return count < 1 ? '' : locale.text('settings.years', { count });
}

function changeLine({ name, before, actor, at }: SettingChange, locale: AdminLocale): string {
  return locale.text('settings.lastChange', {
    who: actor.name || locale.text('settings.somebody'),
    when: locale.shortDate(at, browserZone()),
    before: settingText(name, before, locale),
  });
}

/** What was typed when it is no number, so that the server is not asked in vain. */
function numberIn(typed: string): SettingValue {
  return typed === '' || Number.isNaN(Number(typed)) ? typed : Number(typed);
}
