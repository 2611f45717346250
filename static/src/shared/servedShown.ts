import { events } from '@forge/bridge';
import type { InheritedObjective, IssueAlignment } from '../../../src/contract';

const SERVED = 'issue-served';

/** `issue` is an id. */
type Served = { issue: string; inherited: InheritedObjective | null };

/** The panel and the context tell the field beside them what they read of the issue. */
export const tellServed = ({ issue, serves, provenance }: IssueAlignment): Promise<unknown> => {
  const nearest = serves.kind === 'objective' ? serves.chain[0]?.objective : undefined;
  const from = provenance.kind === 'inherited' ? (provenance.from?.key ?? null) : undefined;
  const served: Served = { issue: issue.id, inherited: null };
  if (from !== undefined && serves.kind === 'run') served.inherited = { tag: { kind: 'run' }, title: '', from };
  if (from !== undefined && nearest) {
    served.inherited = { tag: { kind: 'objective', key: nearest.key }, title: nearest.title, from };
  }
  return events.emit(SERVED, served);
};

export const onServed = (listener: (served: Served) => void) =>
  events.on(SERVED, (payload?: Served) => {
    if (payload) listener(payload);
  });
