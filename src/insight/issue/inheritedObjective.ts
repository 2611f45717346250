import type { InheritedObjective } from '../../contract';
import { RUN, RUN_TITLE } from '../../domain/work/workItem';
import type { Coverage } from '../../domain/work/coverage';
import type { Projected } from '../../store/work/findWorkItems';
import { statedObjectives } from '../../store/strategy/statedStrategy';
import { refOf, unknownRef } from '../figures';
import { sourceOf } from './sourceOf';

type Question = {
  /** the issue and its ancestors, as stored */
  stored: readonly Projected[];
  coverage: Pick<Coverage, 'browsable'>;
};

/**
 * What an issue without a tag inherits, as stored; `null`: it has a tag, or serves nothing. For the source the page
 * gets the id and asks Jira for its key as the viewer. One statement, no call to Jira.
 */
export const inheritedObjective = async ({ stored, coverage }: Question): Promise<InheritedObjective | null> => {
  const [found] = stored;
  const source = sourceOf(stored);
  if (!found || found.serves === null || source === null || source.kind === 'direct') return null;
  const { serves } = found;
  const isNamed = stored.some(({ id, project }) => id === source.issue && coverage.browsable.has(project));
  const fromId = isNamed ? String(source.issue) : null;
  if (serves === RUN) return { tag: { kind: 'run' }, title: RUN_TITLE, fromId };
  const objective = (await statedObjectives()).find(({ key }) => key === serves);
  const { key, title } = objective ? refOf(objective) : unknownRef(serves);
  return { tag: { kind: 'objective', key }, title, fromId };
};
