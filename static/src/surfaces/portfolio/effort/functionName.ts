import type { FunctionKind, FunctionRow } from '../../../../../src/contract';
import { HIDDEN } from '../../../../../src/domain/work/functionMatrix';
import { HIDDEN_PROJECTS } from '../explain/names';

/** Work names no part of each kind but a project: that it always has, so a project without a name is one that is hidden. */
const NO_PART: Record<FunctionKind, string> = {
  project: HIDDEN_PROJECTS,
  category: 'No category',
  team: 'No team',
  component: 'No component',
};

/** What a row is called: its name, or what it means that it has none. */
export const functionName = ({ id, name }: Pick<FunctionRow, 'id' | 'name'>, by: FunctionKind): string =>
  name ?? (id === HIDDEN ? HIDDEN_PROJECTS : NO_PART[by]);
