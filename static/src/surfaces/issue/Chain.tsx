import type { IssueAlignment } from '../../../../src/contract';
import { ObjectiveLozenge } from '../../shared/ObjectiveLozenge';
import { ChainProgress } from './ChainProgress';
import styles from './issue.module.css';

/** The ancestors of the issue's objective: why this work matters. */
export function Chain({ alignment, withProgress }: { alignment: IssueAlignment; withProgress: boolean }) {
  const { serves } = alignment;
  if (serves.kind !== 'objective') return null;
  const above = serves.chain.slice(1);
  if (above.length === 0) return null;
  return (
    <section className={styles.chain}>
      <h3 className={styles.label}>Which contributes to</h3>
      <ol>
        {above.map((link) => (
          <li key={link.objective.key}>
            <p>
              <span className="subtle">{link.objective.key}</span> {link.objective.title}{' '}
              {link.objective.status !== 'active' && <ObjectiveLozenge status={link.objective.status} />}
            </p>
            {withProgress && link.work && <ChainProgress link={link} alignment={alignment} />}
          </li>
        ))}
      </ol>
    </section>
  );
}
