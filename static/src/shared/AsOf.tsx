import { IconButton } from '@atlaskit/button/new';
import RefreshIcon from '@atlaskit/icon/core/refresh';
import { useFormat } from './host';
import styles from './asOf.module.css';

type Props = { instant: string; isReading: boolean; onRefresh: () => void; className?: string };

/** The time that the page's figures are as of, with a button to refresh them. */
export function AsOf({ instant, isReading, onRefresh, className = '' }: Props) {
  const format = useFormat();
  return (
    <div className={`${styles.asOf} ${className}`}>
      <span>As of {format.time(instant)}</span>
      <IconButton
        icon={RefreshIcon}
        label="Refresh"
        appearance="subtle"
        spacing="compact"
        isLoading={isReading}
        onClick={onRefresh}
      />
    </div>
  );
}
