import { useQuery } from '@tanstack/react-query';
import { asking } from '../../shared/queries';
import { ErrorState } from '../../shared/ErrorState';
import { Loading } from '../../shared/Loading';
import { SettingsEditor } from './SettingsEditor';
import styles from './admin.module.css';

export function SettingsTab() {
  const settings = useQuery({ ...asking('settings', {}), staleTime: Infinity });
  return (
    <div className={styles.settings}>
      {settings.isPending && <Loading lines={8} label="Loading the settings" />}
      {settings.isError && <ErrorState error={settings.error} retry={() => void settings.refetch()} />}
      {settings.data && <SettingsEditor saved={settings.data} />}
    </div>
  );
}
