import type { LinkRules } from '../../src/strategy/file/importFile';

/** For files without a column `link`, which state no rules. */
export const NO_RULES: LinkRules = {
  check: () => Promise.resolve({ rules: 0, problems: [] }),
  state: () => Promise.resolve(),
};
