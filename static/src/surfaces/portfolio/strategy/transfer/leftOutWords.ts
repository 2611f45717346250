import type { LeftOutRules } from '../../../../../../src/contract';
import type { Format } from '../../../../shared/format';

/** Which rules an exported file cannot say; `undefined`: it says all of them. */
export function leftOutWords({ project, off, refused, objective }: LeftOutRules, format: Format): string | undefined {
  const are = (count: number) => (count === 1 ? 'is' : 'are');
  const parts = [
    [project, `${format.count(project, 'rule')} of projects`] as const,
    [off, `${format.count(off, 'rule')} that ${are(off)} switched off`] as const,
    [refused, `${format.count(refused, 'rule')} whose JQL Jira does not understand`] as const,
    [objective, `${format.count(objective, 'rule')} whose objective is not stated any more`] as const,
  ].flatMap(([count, words]) => (count === 0 ? [] : words));
  return parts.length === 0 ? undefined : `Not in the file: ${parts.join(', ')}.`;
}
