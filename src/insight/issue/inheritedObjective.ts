import type { InheritedObjective } from '../../contract';
import { RUN, RUN_TITLE } from '../../domain/work/workItem';
import type { Projected } from '../../store/work/findWorkItems';
import { statedObjectives } from '../../store/strategy/objectives';
import { refOf, unknownRef } from '../figures';

type Question = {
  /** the issue and those above it, as the projection has them */
  stored: readonly Projected[];
  browsable: ReadonlySet<number>;
};

/**
 * What an issue without a tag of its own serves by one above it, as the projection has it; `null` where it has its own, or nothing.
 * Of the issue above the page gets the id, with which it asks Jira for the key as the viewer: one statement, and no call.
 */
export const inheritedObjective = async ({ stored, browsable }: Question): Promise<InheritedObjective | null> => {
  const [found] = stored;
  if (!found || found.serves === null || found.source === null || found.source === found.id) return null;
  const { serves, source } = found;
  const isNamed = stored.some(({ id, project }) => id === source && browsable.has(project));
  const fromId = isNamed ? String(source) : null;
  if (serves === RUN) return { tag: { kind: 'run' }, title: RUN_TITLE, fromId };
  const objective = (await statedObjectives()).find(({ key }) => key === serves);
  const { key, title } = objective ? refOf(objective) : unknownRef(serves);
  return { tag: { kind: 'objective', key }, title, fromId };
};
