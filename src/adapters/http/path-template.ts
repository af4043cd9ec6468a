const placeholder = /\{(\w+)\}(\.\w+)?/g;

/** An OpenAPI path template in the words of the router. A placeholder with an ending, `{id}.ics`, matches what ends so. */
export function routerPath(template: string): string {
  return template.replaceAll(placeholder, (_, name: string, ending?: string) =>
    ending ? `:${name}{[^/]+\\${ending}}` : `:${name}`,
  );
}

/** What the placeholders of a template stand for in a path that matched it, without their endings. */
export function valuesOf(
  template: string,
  matched: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const endings = new Map(
    [...template.matchAll(placeholder)].map(([, name = '', ending = '']) => [name, ending]),
  );
  return Object.fromEntries(
    Object.entries(matched).map(([name, value]) => [
      name,
      value.slice(0, value.length - (endings.get(name)?.length ?? 0)),
    ]),
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
