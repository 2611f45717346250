import { LinkButton } from '@atlaskit/button/new';
import GoalIcon from '@atlaskit/icon/core/goal';
import { useNavigate } from 'react-router-dom';
import styles from './shell.module.css';

/** Shown until there is an objective: what the page needs, and who can give it. */
export function NoObjectives({ mayEdit }: { mayEdit: boolean }) {
  const navigate = useNavigate();
  return (
    <section className={styles.empty} aria-label="No objective yet">
      <span className={styles.emptyIcon}>
        <GoalIcon label="" />
      </span>
      <h2 className={styles.emptyTitle}>No objective is stated yet</h2>
      <p className="subtle">
        An objective says what the organisation wants to achieve, who owns it and by when. Once there are some, people
        link their work to them on the issue or the project page, and this page shows how well the strategy is executed
        and what holds it back.
      </p>
      {mayEdit ? (
        <LinkButton
          appearance="primary"
          href="/strategy"
          onClick={(event) => {
            event.preventDefault();
            void navigate('/strategy');
          }}
        >
          State the first objective
        </LinkButton>
      ) : (
        <p className="subtle">
          Strategy editors state them: Jira admins, and the groups that they name in the app’s settings. Ask a Jira
          admin who that is on your site.
        </p>
      )}
    </section>
  );
}
