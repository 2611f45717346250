import Lozenge, { type ThemeAppearance } from '@atlaskit/lozenge';
import type { IssueSummary } from './jira/issues';

const LOOK: Record<IssueSummary['status']['category'], ThemeAppearance> = {
  todo: 'default',
  doing: 'inprogress',
  done: 'success',
};

/** An issue's status, in Jira's colour for its category. */
export const IssueStatus = ({ status }: Pick<IssueSummary, 'status'>) => (
  <Lozenge appearance={LOOK[status.category]}>{status.name}</Lozenge>
);
