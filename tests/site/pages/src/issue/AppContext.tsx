import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import { AppFrame } from '../frame/AppFrame';
import { useModule } from '../jira/siteState';
import type { Issue } from '../jira/types';
import styles from './issue.module.css';
import { issuePlace } from './place';

/** The app's group in the right-hand column: always there, and open unless the viewer closes it. */
export function AppContext({ issue, onRefresh }: { issue: Issue; onRefresh: () => void }) {
  const module = useModule('jira:issueContext');
  if (!module) return null;
  return (
    <details className={styles.box} open>
      <summary className={styles.summary}>
        <h2 className={styles.boxTitle}>{module.title}</h2>
        <ChevronDownIcon label="" />
      </summary>
      <div className={styles.rows}>
        <AppFrame
          title={`${module.title} context`}
          place={issuePlace(module.key, module.type, issue)}
          onRefresh={onRefresh}
        />
      </div>
    </details>
  );
}
