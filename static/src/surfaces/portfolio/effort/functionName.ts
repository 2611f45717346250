import type { FunctionKind, FunctionRow } from '../../../../../src/contract';
import { HIDDEN, OTHER } from '../../../../../src/domain/work/functionMatrix';
import { HIDDEN_PROJECTS } from '../explain/names';

/** Rows without a name. Work always has a project, so a project without a name is hidden. */
const UNNAMED: Record<FunctionKind, string> = {
  project: HIDDEN_PROJECTS,
  category: 'No category',
  team: 'No team',
  component: 'No component',
};

/** Rows of several parts, each with too little work for a row of its own. */
const SMALL: Record<FunctionKind, string> = {
  project: 'Smaller projects',
  category: 'Smaller categories',
  team: 'Smaller teams',
  component: 'Smaller components',
};

/** A row's name, or what its absence means. */
export const functionName = ({ id, name }: Pick<FunctionRow, 'id' | 'name'>, by: FunctionKind): string =>
  name ?? (id === HIDDEN ? HIDDEN_PROJECTS : id === OTHER ? SMALL[by] : UNNAMED[by]);
