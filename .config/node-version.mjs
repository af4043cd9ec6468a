// Says in one sentence that Node.js is too old, before something else fails for that. npm itself says it at `npm ci`.
import { readFileSync } from 'node:fs';

const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const oldest = engines.node.replace('>=', '');
const [major, minor] = oldest.split('.').map(Number);
const [ownMajor = 0, ownMinor = 0] = process.versions.node.split('.').map(Number);
if (ownMajor < major || (ownMajor === major && ownMinor < minor)) {
  console.error(`Séances needs Node.js ${oldest} or later, and this is ${process.versions.node}.`);
  process.exitCode = 1;
}
