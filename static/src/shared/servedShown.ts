import { events } from '@forge/bridge';
import type { InheritedObjective, IssueAlignment } from '../../../src/contract';

const SERVED = 'issue-served';

/** `issue` is an id. */
type Served = { issue: string; inherited: InheritedObjective | null };

/** Tells the field's view what the panel or the context read: what the issue inherits. */
export const tellServed = ({ issueId, serves, provenance }: IssueAlignment): Promise<unknown> => {
  const nearest = serves.kind === 'objective' ? serves.chain[0]?.objective : undefined;
  const fromId = 'fromId' in provenance ? provenance.fromId : undefined;
  const served: Served = { issue: issueId, inherited: null };
  if (fromId !== undefined && serves.kind === 'run') served.inherited = { tag: { kind: 'run' }, title: '', fromId };
  if (fromId !== undefined && nearest) {
    served.inherited = { tag: { kind: 'objective', key: nearest.key }, title: nearest.title, fromId };
  }
  return events.emit(SERVED, served);
};

export const onServed = (listener: (served: Served) => void) =>
  events.on(SERVED, (payload?: Served) => {
    if (payload) listener(payload);
  });
