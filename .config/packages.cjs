// How import rules name packages.

/** A package, and the types of one that has none itself. */
const packages = (/** @type {string[]} */ names) =>
  names
    .map((name) => `^node_modules/(?:@types/)?${name}(?:/|$)`)
    .concat(names.map((name) => `^${name}(?:/|$)`));

module.exports = { packages };
