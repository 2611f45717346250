import SectionMessage from '@atlaskit/section-message';
import { useRef } from 'react';
import type { Tag } from '../../../../../src/contract';
import { ErrorState } from '../../../shared/ErrorState';
import { useFormat } from '../../../shared/host';
import { nameOf, summarise, summaryTitle } from '../../../shared/linkResults';
import { ObjectivePicker } from '../../../shared/ObjectivePicker';
import { useSuggestionFor } from '../../../shared/suggestions/useSuggestions';
import { useLinkIssues } from '../useProject';
import { UndoLinks } from './UndoLinks';
import styles from './unlinked.module.css';

type Props = { issueIds: string[]; isShown: boolean; onLinked: () => void };

/** Links the selected issues, and says why others were not linked. `isShown`: there is something to select */
export function LinkBar({ issueIds, isShown, onLinked }: Props) {
  const format = useFormat();
  const link = useLinkIssues();
  const bar = useRef<HTMLDivElement>(null);
  const summary = link.data && summarise(link.data);
  const title = summary && summaryTitle(summary, nameOf(link.variables.to), format);
  const count = issueIds.length;
  const { suggested, nearby } = useSuggestionFor(issueIds, 'project');
  const issues = format.count(count, 'issue');

  const choose = (to: Tag | null, isSuggested = false) => {
    if (!to) return;
    // The picker goes once the issues are linked. The bar stays.
    bar.current?.focus();
    link.mutate({ issueIds, to, isSuggested }, { onSuccess: onLinked });
  };

  return (
    <>
      {isShown && (
        <div
          ref={bar}
          tabIndex={-1}
          className={styles.bar}
          data-active={count > 0 || link.isPending}
          role="group"
          aria-label="Link selected issues"
        >
          <p className={styles.barText}>
            {link.isPending
              ? 'Linking…'
              : count === 0
                ? 'Select issues to link them to an objective.'
                : `Link ${issues} to`}
          </p>
          {count > 0 && (
            <div className={styles.barPicker}>
              <ObjectivePicker
                label={`Objective for ${issues}`}
                floating
                nearby={nearby}
                suggestion={{ suggested, subject: issues, onAccept: (tag) => choose(tag, true) }}
                isDisabled={link.isPending}
                onChoose={({ tag }) => choose(tag)}
              />
            </div>
          )}
        </div>
      )}
      <div role="status" className={styles.result}>
        {summary && summary.refused.length === 0 && <p>{title}.</p>}
        {summary && summary.refused.length > 0 && (
          <SectionMessage appearance="warning" title={title}>
            <ul>
              {summary.refused.map(({ subject, reason }, index) => (
                <li key={index}>
                  {subject}: {reason}
                </li>
              ))}
            </ul>
          </SectionMessage>
        )}
      </div>
      {summary && summary.linked.length > 0 && (
        <div>
          <UndoLinks key={link.submittedAt} linked={summary.linked} to={link.variables.to} />
        </div>
      )}
      {link.isError && <ErrorState error={link.error} />}
    </>
  );
}
