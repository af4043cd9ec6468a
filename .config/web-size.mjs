import { firstLoadSizes, otherSizes } from './web-chunks.mjs';

/** What the first load may weigh, in bytes gzipped. */
const limit = 60_000;

let total = 0;
for (const [file, size] of firstLoadSizes()) {
  total += size;
  print(file, size);
}
print('first load', total);
for (const [file, size] of otherSizes()) print(`(later) ${file}`, size);

if (total > limit) {
  console.error(`The first load weighs ${total} bytes gzipped, more than ${limit}.`);
  process.exitCode = 1;
}

/**
 * @param {string} what
 * @param {number} bytes
 */
function print(what, bytes) {
  console.log(`${what.padEnd(44)} ${(bytes / 1000).toFixed(1).padStart(6)} kB gzipped`);
}
