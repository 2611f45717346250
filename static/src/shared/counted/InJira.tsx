import { router } from '@forge/bridge';
import styles from '../number.module.css';

/** Opens what a JQL finds in Jira's own search. */
export const showInJira = (jql: string): Promise<void> => router.open(`/issues/?jql=${encodeURIComponent(jql)}`);

type Props = { text: string; jql: string };

/** A number of issues, which opens them in Jira. */
export const InJira = ({ text, jql }: Props) => (
  <button
    type="button"
    className={styles.number}
    aria-label={`${text}: show them in Jira`}
    onClick={() => void showInJira(jql)}
  >
    {text}
  </button>
);
