import { events } from '@forge/bridge';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { issueOf, useHost } from '../../shared/host';
import { readIssues } from '../../shared/jira/issues';
import { ISSUE_CHANGED } from '../../shared/issueChanged';
import { asking, queryKeyOf } from '../../shared/queries';
import { onServed } from '../../shared/servedShown';
import { inheritedText } from '../../shared/fieldValue';
import { unsubscribe } from '../../shared/unsubscribe';
import styles from './field.module.css';

const QUESTION = asking('inheritedObjective', {});

/** Shown for an empty field: what the issue inherits, or None. */
export function Inherited() {
  const { context } = useHost();
  const issue = issueOf(context)?.id;
  const client = useQueryClient();
  const { data, isLoading } = useQuery({ ...QUESTION, enabled: issue !== undefined });
  const fromId = data?.fromId ?? null;

  useEffect(() => {
    return unsubscribe(
      events.on(ISSUE_CHANGED, () => void client.invalidateQueries(QUESTION)),
      // The panel knows better: it has the app read Jira if its copy is behind.
      onServed((served) => {
        if (served.issue === issue) client.setQueryData(QUESTION.queryKey, served.inherited);
      }),
    );
  }, [client, issue]);

  const { data: from, isLoading: isNaming } = useQuery({
    queryKey: queryKeyOf('issueKey', fromId),
    queryFn: async () =>
      (await readIssues(fromId === null ? [] : [fromId], ['summary'])).get(fromId ?? '')?.key ?? null,
    enabled: fromId !== null,
  });

  if (isLoading || isNaming) return <span className={styles.none} aria-busy="true" />;
  // Also if the question failed: the field itself is empty.
  if (!data) return <span className={styles.none}>None</span>;
  return (
    <>
      <span className={styles.none}>{inheritedText(data, from ?? null)}</span>
      {data.tag.kind === 'objective' && data.title !== '' && <span className="small">{data.title}</span>}
    </>
  );
}
