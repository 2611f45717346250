import type { InheritedObjective } from '../contract';
import { RUN, RUN_TITLE } from '../domain/workItem';
import { fetchIssues } from '../jira/issues';
import { findWorkItems } from '../store/findWorkItems';
import { statedObjectives } from '../store/objectives';
import { refOf, unknownRef } from './figures';

/**
 * What an issue without a tag of its own serves by one above it, as the projection has it; `null` where it has its own, or nothing.
 * The issue above is read from Jira as the viewer, who gets its key only if they may see it: one call.
 */
export const inheritedObjective = async (issueId: number): Promise<InheritedObjective | null> => {
  const [found] = await findWorkItems([issueId]);
  if (!found || found.serves === null || found.source === null || found.source === issueId) return null;
  const { serves, source } = found;
  const [objectives, [from]] = await Promise.all([statedObjectives(), fetchIssues('user', [source], ['project'])]);
  if (serves === RUN) return { tag: { kind: 'run' }, title: RUN_TITLE, from: from?.key ?? null };
  const objective = objectives.find(({ key }) => key === serves);
  const { key, title } = objective ? refOf(objective) : unknownRef(serves);
  return { tag: { kind: 'objective', key }, title, from: from?.key ?? null };
};
