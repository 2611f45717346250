import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { TriageStep, UnlinkedPart } from '../../../../../src/contract';
import { ask } from '../../../shared/ask';
import { type IssueSummary, readShown } from '../../../shared/jira/issues';
import { queryKeyOf } from '../../../shared/queries';
import type { Look } from '../useProject';

/** A step with what Jira shows of its issue. */
export type ShownStep = TriageStep & IssueSummary;

/** Where few links align much of the project's unlinked work. */
export const useTriage = ({ window, measure }: Pick<Look, 'window' | 'measure'>, part: UnlinkedPart) =>
  useQuery({
    queryKey: queryKeyOf('triage', window, measure, part),
    queryFn: async () => {
      const steps = await ask('triage', { window, measure, part });
      return { ...steps, ...(await readShown(steps)) };
    },
    placeholderData: keepPreviousData,
  });
