/** What a bundler tells of a module. */
interface Graph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

/**
 * Names the chunk of a module after the entries that load it at first: one chunk for all that the same entries begin with.
 * Left to itself the bundler makes twenty of them, each compressed by itself, and the tool's first load is 4 kB larger.
 * What comes later is up to the bundler. Each chunk needs only what all of its entries begin with, so that none needs
 * another one that needs it.
 *
 * @param entries the module of each, by its name.
 */
export function chunksOfEntries(
  entries: Readonly<Record<string, string>>,
): (id: string, graph: Graph) => string | null {
  let known: ReadonlyMap<string, readonly string[]> | undefined;
  return (id, graph) => {
    known ??= entriesByModule(entries, graph);
    const names = Object.values(entries).includes(id) ? [] : (known.get(id) ?? []);
    return names.length > 0 ? names.join('-and-') : null;
  };
}

function entriesByModule(
  entries: Readonly<Record<string, string>>,
  graph: Graph,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const [name, entry] of Object.entries(entries)) {
    const reached = new Set([entry]);
    for (const id of reached)
      for (const next of graph.getModuleInfo(id)?.importedIds ?? []) reached.add(next);
    for (const id of reached) found.set(id, [...(found.get(id) ?? []), name]);
  }
  return found;
}
