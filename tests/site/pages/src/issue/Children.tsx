import { useQuery } from '@tanstack/react-query';
import { searchIssues } from '../jira/rest';
import type { Issue } from '../jira/types';
import { IssueTable } from './IssueTable';
import styles from './issue.module.css';

/** The issue's children, and a way to create one. */
export function Children({ issue }: { issue: Issue }) {
  const children = useQuery({
    queryKey: ['children', issue.key],
    queryFn: () => searchIssues(`parent = ${issue.key} ORDER BY key`, null, [], 100),
  });
  const add = <a href={`/projects/${issue.fields.project.key}/create?parent=${issue.key}`}>Create a child work item</a>;
  if (!children.data?.issues.length) return <section className={styles.section}>{add}</section>;
  return (
    <section className={styles.section} aria-labelledby="children">
      <h2 id="children" className={styles.sectionTitle}>
        Child work items
      </h2>
      <IssueTable issues={children.data.issues} label="Child work items" />
      {add}
    </section>
  );
}
