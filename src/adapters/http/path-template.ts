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

/** True for `{id}.ics`: what it matches, `{id}` matches too, so that it is to be asked first. */
export function isNarrow({ path }: { readonly path: string }): boolean {
  return path.includes('}.');
}

/** Where a host mounts the plugin, as the routes take it: empty, or starting with a slash and not ending with one. */
export function basePathOf(given: string): string {
  const path = `/${given}`.replace(/\/+/g, '/').replace(/\/$/, '');
  return path === '/' ? '' : path;
}
