import { jqlWithin } from '../../../../../src/domain/tagging/rule';

/** What is to be linked: an epic with its children by key, all that a JQL matches, or the issues that are selected. */
export type Chosen =
  { source: 'jql'; jql: string } | { source: 'epic'; key: string } | { source: 'selection'; ids: string[] };

/** The JQL that finds what is chosen in a project. A word of the viewer's is quoted, so that it cannot be a condition. */
export const jqlFor = (chosen: Exclude<Chosen, { source: 'selection' }>, projectId: string): string => {
  const key = (text: string) => `"${text.trim().replace(/["\\]/g, '')}"`;
  const jql = chosen.source === 'jql' ? chosen.jql : `key = ${key(chosen.key)} OR parent = ${key(chosen.key)}`;
  return jqlWithin(jql, projectId);
};
