import { createRequire } from 'node:module';
import { TestEnvironment } from 'jest-environment-node';

/** Node, with a way to the modules of the process itself: see `outerModule.cjs`. */
export default class extends TestEnvironment {
  constructor(...options) {
    super(...options);
    this.global.requireOuter = createRequire(import.meta.url);
  }
}
