/** The example of the README that embeds the plugin: its one block of TypeScript. */
export function embedExample(/** @type {string} */ readme) {
  const blocks = [...readme.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code]) => code);
  if (blocks.length !== 1)
    throw new Error(`README.md has ${blocks.length} blocks of TypeScript instead of one`);
  return /** @type {string} */ (blocks[0]);
}

/** The commands of the README, one per line of its shell blocks. */
export function commands(/** @type {string} */ readme) {
  return [...readme.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap(([, block = '']) =>
    block
      .split('\n')
      .map((line) => line.replace(/\s+#.*$/, '').trim())
      .filter((line) => line !== ''),
  );
}
