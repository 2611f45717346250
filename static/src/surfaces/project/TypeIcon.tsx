import WorkItemIcon from '@atlaskit/icon/core/work-item';
import { useState } from 'react';
import type { IssueSummary } from '../../shared/jira/issues';
import styles from './issueColumns.module.css';

/** The icon of an issue type, or a plain one if the frame may not load it. */
export function TypeIcon({ type }: Pick<IssueSummary, 'type'>) {
  const [failed, setFailed] = useState(false);
  if (!type.iconUrl || failed) return <WorkItemIcon label={type.name} size="small" />;
  return (
    <img className={styles.type} src={type.iconUrl} alt={type.name} title={type.name} onError={() => setFailed(true)} />
  );
}
