import type { IssueType } from '../jira/types';

export function TypeIcon({ type }: { type: IssueType }) {
  return <img src={new URL(type.iconUrl).pathname} alt={type.name} width="16" height="16" />;
}
