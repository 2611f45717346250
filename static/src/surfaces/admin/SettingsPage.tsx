import { useQuery } from '@tanstack/react-query';
import VisuallyHidden from '@atlaskit/visually-hidden';
import { ask } from '../../shared/ask';
import { ErrorState } from '../../shared/ErrorState';
import { Loading } from '../../shared/Loading';
import { SettingsEditor } from './SettingsEditor';
import styles from './admin.module.css';

/** What an admin decides for the whole site: who may edit and see the strategy, and what the figures are held against. */
export default function SettingsPage() {
  const settings = useQuery({ queryKey: ['settings'], queryFn: () => ask('settings', {}), staleTime: Infinity });
  return (
    <main className={styles.page}>
      {/* Jira draws the title above the frame; inside, only those who hear the page need it again. */}
      <VisuallyHidden>
        <h1>Execution alignment settings</h1>
      </VisuallyHidden>
      {settings.isPending && <Loading lines={8} label="Loading the settings" />}
      {settings.isError && <ErrorState error={settings.error} retry={() => void settings.refetch()} />}
      {settings.data && <SettingsEditor saved={settings.data} />}
    </main>
  );
}
