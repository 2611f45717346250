import { useQuery } from '@tanstack/react-query';
import type { IssueAlignment } from '../../../../src/contract';
import { ask } from '../../shared/ask';
import { HealthLozenge } from '../../shared/HealthLozenge';
import { useFormat } from '../../shared/host';
import { PersonName } from '../../shared/people/PersonName';
import { queryKeyOf } from '../../shared/queries';
import { PageLink } from '../../shared/routing/PageLink';
import styles from './issue.module.css';

/** Why this work matters: what its objective is for, whose it is, until when, and how it stands. Or what a link would align. */
export function Why({ alignment }: { alignment: IssueAlignment }) {
  const format = useFormat();
  const { serves, tag } = alignment;
  const nearest = serves.kind === 'objective' ? serves.chain[0]?.objective : undefined;
  const { data } = useQuery({
    queryKey: queryKeyOf('whyItMatters', serves.kind, nearest?.key, tag),
    queryFn: () => ask('whyItMatters', {}),
  });
  if (!data) return null;
  const { objective, aligns } = data;
  if (aligns !== null && aligns > 0) {
    return (
      <p className={styles.why}>
        Linking this issue aligns {format.units(aligns)} below it that {aligns === 1 ? 'serves' : 'serve'} nothing.
      </p>
    );
  }
  if (!objective || objective.key !== nearest?.key) return null;
  const { key, description, owner, target, health, stated } = objective;
  return (
    <div className={styles.why}>
      {description !== null && (
        <p className={styles.description} dir="auto">
          {description}
        </p>
      )}
      <dl className={styles.facts}>
        <dt>Owner</dt>
        <dd>
          <PersonName accountId={owner} />
        </dd>
        {target !== null && (
          <>
            <dt>Target</dt>
            <dd>{format.day(target)}</dd>
          </>
        )}
        {health !== null && (
          <>
            <dt>Health</dt>
            <dd>
              <HealthLozenge health={health} stated={stated} />
            </dd>
          </>
        )}
      </dl>
      <PageLink place={{ moduleKey: 'portfolio' }} path={`/objectives/${encodeURIComponent(key)}`}>
        Open {key}
      </PageLink>
    </div>
  );
}
