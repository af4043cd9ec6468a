/** What the placeholders of an OpenAPI path template stand for, by their names. */
export type ParamsOf<Template extends string> = string extends Template
  ? Readonly<Record<string, string>>
  : Readonly<Record<PlaceholderOf<Template>, string>>;

type PlaceholderOf<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlaceholderOf<Rest>
  : never;

const placeholder = /\{(\w+)\}(\.\w+)?/g;

export function placeholdersOf(template: string): readonly string[] {
  return [...template.matchAll(placeholder)].map(([, name = '']) => name);
}

/** The path that a template stands for, with `values` in the place of its placeholders. */
export function pathOf<Template extends string>(template: Template, values: ParamsOf<Template>): string {
  const byName: Readonly<Record<string, string>> = values;
  return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(byName[name] ?? ''));
}

/** An OpenAPI path template in the words of the router. A placeholder with an ending, `{id}.ics`, matches what ends so. */
export function routerPath(template: string): string {
  return template.replaceAll(placeholder, (_, name: string, ending?: string) =>
    ending ? `:${name}{[^/]+\\${ending}}` : `:${name}`,
  );
}

/** For paths that matched a template: what its placeholders stand for, without their endings. */
export function valuesIn(
  template: string,
): (matched: Readonly<Record<string, string>>) => Readonly<Record<string, string>> {
  const endings = [...template.matchAll(placeholder)].map(
    ([, name = '', ending = '']) => [name, ending.length] as const,
  );
  return (matched) =>
    Object.fromEntries(
      endings.map(([name, ending]) => {
        const value = matched[name] ?? '';
        return [name, value.slice(0, value.length - ending)];
      }),
    );
}

/** What the placeholders of a template stand for in any path, or undefined when it is none of the template's. */
export function valuesAt(template: string, path: string): Readonly<Record<string, string>> | undefined {
  const [parts, segments] = [template.split('/'), path.split('/')];
  const values = parts.map((part, index) => valueAt(part, segments[index] ?? ''));
  if (parts.length !== segments.length || values.includes(undefined)) return undefined;
  return Object.assign({}, ...values) as Record<string, string>;
}

/** Of one part of a template; nothing stands for a part without a placeholder. */
function valueAt(part: string, segment: string): Readonly<Record<string, string>> | undefined {
  const [, name, ending = ''] = /^\{(\w+)\}(.*)$/.exec(part) ?? [];
  if (name === undefined) return part === segment ? {} : undefined;
  if (segment.length <= ending.length || !segment.endsWith(ending)) return undefined;
  try {
    return { [name]: decodeURIComponent(segment.slice(0, segment.length - ending.length)) };
  } catch {
    return undefined;
  }
}

/** True for `{id}.ics`: what it matches, `{id}` matches too, so that it is to be asked first. */
export function isNarrow({ path }: { readonly path: string }): boolean {
  return path.includes('}.');
}

/** Where a host mounts the plugin, as the routes take it: empty, or starting with a slash and not ending with one. */
export function basePathOf(given: string): string {
  const path = `/${given}`.replace(/\/+/g, '/').replace(/\/$/, '');
  return path === '/' ? '' : path;
}
