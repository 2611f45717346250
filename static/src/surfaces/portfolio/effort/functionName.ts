import type { FunctionKind, FunctionRow } from '../../../../../src/contract';
import { HIDDEN_PROJECTS } from '../explain/names';

/** The id of the row that holds what lies in projects which the viewer may not browse. */
const HIDDEN = 'hidden';

const NAMELESS: Record<FunctionKind, string> = {
  project: HIDDEN_PROJECTS,
  category: 'No category',
  team: 'No team',
  component: 'No component',
};

/** What a row is called: its name, or what it means that it has none. */
export const functionName = ({ id, name }: Pick<FunctionRow, 'id' | 'name'>, by: FunctionKind): string =>
  name ?? (id === HIDDEN ? HIDDEN_PROJECTS : NAMELESS[by]);
