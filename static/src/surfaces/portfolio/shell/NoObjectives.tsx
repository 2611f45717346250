import { LinkButton } from '@atlaskit/button/new';
import GoalIcon from '@atlaskit/icon/core/goal';
import { useNavigate } from 'react-router-dom';
import { EDITORS, NO_OBJECTIVES } from '../words';
import { STRATEGY } from './Tabs';
import styles from './shell.module.css';

/** Shown until there is an objective: what the page needs, and who can give it. */
export function NoObjectives({ mayEdit }: { mayEdit: boolean }) {
  const navigate = useNavigate();
  return (
    <section className={styles.empty} aria-label={NO_OBJECTIVES}>
      <span className={styles.emptyIcon}>
        <GoalIcon label="" />
      </span>
      <h2 className={styles.emptyTitle}>{NO_OBJECTIVES}</h2>
      <p className="subtle">
        An objective says what the organisation wants to achieve, who owns it and by when. Once there are some, people
        link their work to them on the issue or the project page, and this page shows how well the strategy is executed
        and what holds it back.
      </p>
      {mayEdit ? (
        <LinkButton
          appearance="primary"
          href={STRATEGY}
          onClick={(event) => {
            event.preventDefault();
            void navigate(STRATEGY);
          }}
        >
          Create the first objective
        </LinkButton>
      ) : (
        <p className="subtle">Strategy editors create them. {EDITORS}</p>
      )}
    </section>
  );
}
