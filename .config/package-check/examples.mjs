/** The example of the README that embeds the plugin: its one block of TypeScript. */
export function embedExample(/** @type {string} */ readme) {
  const blocks = examples(readme);
  if (blocks.length !== 1)
    throw new Error(`README.md has ${blocks.length} blocks of TypeScript instead of one`);
  return /** @type {string} */ (blocks[0]);
}

/** The examples of the integrators' guide: the host, those that mount it, the one that checks it, and its pages. */
export function guideExamples(/** @type {string} */ guide) {
  const [host = '', ...others] = examples(guide);
  const [contract = ''] = others.filter((code) => code.includes('describeHostContract('));
  const [page = ''] = others.filter((code) => code.includes("from 'seances/web"));
  const [reactPage = ''] = examples(guide, 'tsx');
  const mounts = others.filter((code) => code !== contract && code !== page);
  return { host, contract, mounts, page, reactPage };
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

/** The blocks of a language of a document. */
export function examples(/** @type {string} */ markdown, language = 'ts') {
  const block = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm');
  return [...markdown.matchAll(block)].map(([, code = '']) => code);
}

/** The files of a platform's page: each block of code, by the name that stands above it. */
export function namedExamples(/** @type {string} */ markdown) {
  const named = /^`([^`\n]+)`:\n\n```\w+\n([\s\S]*?)^```$/gm;
  return new Map([...markdown.matchAll(named)].map(([, name = '', code = '']) => [name, code]));
}
