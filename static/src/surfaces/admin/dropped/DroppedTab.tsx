import { ErrorState } from '../../../shared/ErrorState';
import { Loading } from '../../../shared/Loading';
import { DroppedEditor } from './DroppedEditor';
import { useDroppedWork } from './useDropped';
import styles from '../admin.module.css';

/** Which resolutions and statuses mean that work was dropped. */
export function DroppedTab() {
  const work = useDroppedWork();
  return (
    <div className={styles.settings}>
      {work.isPending && <Loading lines={8} label="Loading resolutions and statuses" />}
      {work.isError && <ErrorState error={work.error} retry={() => void work.refetch()} />}
      {work.data && <DroppedEditor work={work.data} />}
    </div>
  );
}
