import { firstLoadSizes, homeLoadSizes, otherSizes } from './web-chunks.mjs';

/** What the first load may weigh, in bytes gzipped. */
const limit = 60_000;
/** On a home page it is one thing among others. */
const homeLimit = 40_000;

const first = printed(firstLoadSizes(), 'first load');
const home = printed(homeLoadSizes(), 'first load of a home page');
for (const [file, size] of otherSizes()) print(`(later) ${file}`, size);

refuseHeavier('The first load', first, limit);
refuseHeavier('The first load of a home page', home, homeLimit);

/**
 * @param {ReadonlyMap<string, number>} sizes
 * @param {string} title of all of them
 * @returns {number} what they weigh
 */
function printed(sizes, title) {
  let total = 0;
  for (const [file, size] of sizes) {
    total += size;
    print(file, size);
  }
  print(title, total);
  return total;
}

/**
 * @param {string} what
 * @param {number} bytes
 * @param {number} most
 */
function refuseHeavier(what, bytes, most) {
  if (bytes <= most) return;
  console.error(`${what} weighs ${bytes} bytes gzipped, more than ${most}.`);
  process.exitCode = 1;
}

/**
 * @param {string} what
 * @param {number} bytes
 */
function print(what, bytes) {
  console.log(`${what.padEnd(44)} ${(bytes / 1000).toFixed(1).padStart(6)} kB gzipped`);
}
