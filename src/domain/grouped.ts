/** `items` by what `keyOf` says of each: groups in the order of their first item, items in their own. */
export function groupedBy<Item, Key>(
  items: Iterable<Item>,
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Ids by the space that they are in. */
export function idsBySpace(
  items: Iterable<{ readonly id: string; readonly spaceId: string }>,
): ReadonlyMap<string, readonly string[]> {
  const bySpace = groupedBy(items, ({ spaceId }) => spaceId);
  return new Map([...bySpace].map(([spaceId, some]) => [spaceId, some.map(({ id }) => id)]));
}
