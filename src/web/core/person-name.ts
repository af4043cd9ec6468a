import { html, nothing, type TemplateResult } from 'lit';
import { isolated } from '../../locales/isolated.js';

/** Somebody, with what tells them from others of the same name where there is something. */
export interface NamedPerson {
  readonly name: string;
  readonly detail?: string;
}

/** In a sentence, an option or a list of names: "Anne Durand (4711)". */
export function nameInText({ name, detail }: NamedPerson): string {
  return detail === undefined ? name : `${isolated(name)} (${isolated(detail)})`;
}

/** The name, and beside it, quieter, what tells it apart. */
export function nameWithDetail(person: NamedPerson): TemplateResult {
  return html`${person.name}${detailBeside(person)}`;
}

/** What comes after a name that is there already. */
export function detailBeside({ detail }: Pick<NamedPerson, 'detail'>): TemplateResult | typeof nothing {
  return detail === undefined ? nothing : html` <small class="muted"><bdi>${detail}</bdi></small>`;
}
