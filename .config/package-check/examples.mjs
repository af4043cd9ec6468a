/** The example of the README that embeds the plugin: its one block of TypeScript. */
export function embedExample(/** @type {string} */ readme) {
  const blocks = examples(readme);
  if (blocks.length !== 1)
    throw new Error(`README.md has ${blocks.length} blocks of TypeScript instead of one`);
  return /** @type {string} */ (blocks[0]);
}

/** The examples of the integrators' guide: the host, those that mount it, and the one that checks it. */
export function guideExamples(/** @type {string} */ guide) {
  const [host = '', ...others] = examples(guide);
  const [contract = ''] = others.filter((code) => code.includes('describeHostContract('));
  return { host, contract, mounts: others.filter((code) => code !== contract) };
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

/** The blocks of TypeScript of a document. */
export function examples(/** @type {string} */ markdown) {
  return [...markdown.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code = '']) => code);
}
