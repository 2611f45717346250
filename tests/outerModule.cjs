/**
 * Lets test files share a package, which each would otherwise load anew. For packages of hundreds of modules that keep no state and
 * whose errors nobody tells from others by `instanceof Error`: that is not the `Error` of a test. Nor for those whose objects are compared
 * strictly, such as zod's: they have other prototypes.
 */
module.exports = {
  process: (_, path) => ({ code: `module.exports = requireOuter(${JSON.stringify(path)});` }),
};
