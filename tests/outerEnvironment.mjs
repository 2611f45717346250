import { createRequire } from 'node:module';
import { TestEnvironment } from 'jest-environment-node';

/** The database servers of this process, which its test files use one after the other: see `mysqlEngine.ts`. */
const databaseServers = new Map();

/** Node, with a way to the modules of the process itself (see `outerModule.cjs`), and with its database servers. */
export default class extends TestEnvironment {
  constructor(...options) {
    super(...options);
    Object.assign(this.global, { requireOuter: createRequire(import.meta.url), databaseServers });
  }
}
