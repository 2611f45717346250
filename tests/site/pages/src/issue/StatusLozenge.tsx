import Lozenge from '@atlaskit/lozenge';
import type { Status } from '../jira/types';

const APPEARANCES = { undefined: 'default', new: 'default', indeterminate: 'inprogress', done: 'success' } as const;

export function StatusLozenge({ status }: { status: Status }) {
  return <Lozenge appearance={APPEARANCES[status.statusCategory.key]}>{status.name}</Lozenge>;
}
