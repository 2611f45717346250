import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import { CallError } from './ask';
import styles from './states.module.css';

const TITLE: Record<CallError['code'], string> = {
  invalid: 'That did not work',
  forbidden: 'You cannot see this',
  notFound: 'Not found',
  excluded: 'Excluded',
  notReady: 'Not ready yet',
  migrating: 'The app is being set up or updated',
  busy: 'The app is busy',
  conflict: 'Somebody else changed this',
  internal: 'Something went wrong',
  unreachable: 'No answer',
};

/** Says what went wrong and what to do, with the reference that finds the log line. */
export function ErrorState({ error, retry }: { error: Error; retry?: () => void }) {
  const known = error instanceof CallError ? error : null;
  // A decision of an admin: there is no log line to find, and nothing to retry.
  const isDecided = known?.code === 'excluded';
  const isAmiss = !['notReady', 'migrating', 'busy', 'excluded'].includes(known?.code ?? 'internal');
  return (
    <div role="alert">
      <SectionMessage appearance={isAmiss ? 'error' : 'information'} title={TITLE[known?.code ?? 'internal']}>
        <p>
          {known?.message ?? 'The page could not be shown. Reload it, and tell your Jira admin if that does not help.'}
        </p>
        {known?.reference && !isDecided && (
          <p className={styles.reference}>
            Reference for your admin: <code>{known.reference}</code>
          </p>
        )}
        {retry && !isDecided && (
          <div className={styles.action}>
            <Button onClick={retry}>Try again</Button>
          </div>
        )}
      </SectionMessage>
    </div>
  );
}
