import type { TemplateResult } from 'lit';
import { nameInText } from '../core/person-name.js';
import { plainValue } from '../core/plain-value.js';
import { zoneName } from '../core/zones.js';
import { richText } from '../core/rich-text.js';
import type { Locale } from '../core/locale.js';
import type { FormChoices } from './form-choices.js';
import type { FieldName, FormValues } from './form-values.js';

/** What stands in a field of the form, to read. */
export function fieldValue(
  name: FieldName,
  values: FormValues,
  { locations, trainers }: FormChoices,
  locale: Locale,
): TemplateResult | string {
  return written(name, values) || locale.text('merge.empty');

  function written(field: FieldName, all: FormValues): TemplateResult | string {
    switch (field) {
      case 'description':
      case 'extraInfo':
        return all[field] && richText(all[field]);
      case 'start':
      case 'end':
      case 'enrolmentOpens':
      case 'enrolmentCloses':
        return locale.wallTime(all[field]);
      case 'timeZone':
        return zoneName(all.timeZone, locale);
      case 'enrolmentMode':
        return locale.text(`enrolment.${all.enrolmentMode}`);
      case 'locationId':
        return locations.find(({ id }) => id === all.locationId)?.name ?? all.locationId;
      case 'trainerIds':
        return locale.list(
          all.trainerIds.map((id) => nameInText(trainers.find((one) => one.id === id) ?? { name: id })),
        );
      default:
        return plainValue(all[field], locale);
    }
  }
}
