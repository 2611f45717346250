const { TestEnvironment } = require('jest-environment-node');

/** Node, with a way to the modules of the process itself: see `outerModule.cjs`. */
module.exports = class extends TestEnvironment {
  constructor(...options) {
    super(...options);
    this.global.requireOuter = require;
  }
};
