const placeholder = /\{(\w+)\}(\.\w+)?/g;

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
