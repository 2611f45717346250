import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { IssueAlignment } from '../../../../src/contract';
import { ask } from '../../shared/ask';
import { CountedBelow } from '../../shared/counted/CountedBelow';
import { NumberButton } from '../../shared/counted/NumberButton';
import { alignedByLinking, type Opened } from '../../shared/counted/opened';
import { HealthLozenge } from '../../shared/HealthLozenge';
import { issueOf, useFormat, useHost } from '../../shared/host';
import { PersonName } from '../../shared/people/PersonName';
import { queryKeyOf } from '../../shared/queries';
import { PageLink } from '../../shared/routing/PageLink';
import styles from './issue.module.css';

/** How much linking the issue would align, which opens the issues in the flow, as a dialog would be cut off here. */
function Aligns({ units }: { units: number }) {
  const { context } = useHost();
  const format = useFormat();
  const [opened, show] = useState<Opened | null>(null);
  const issue = issueOf(context);
  const number = format.units(units);
  return (
    <div className={styles.why}>
      <p>
        Linking this issue aligns{' '}
        {issue ? (
          <NumberButton opened={alignedByLinking(issue.id, issue.key)} text={number} onShow={show} isInFlow />
        ) : (
          number
        )}{' '}
        below it that {units === 1 ? 'serves' : 'serve'} nothing.
      </p>
      {opened && <CountedBelow opened={opened} onClose={() => show(null)} />}
    </div>
  );
}

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
  if (aligns !== null && aligns > 0) return <Aligns units={aligns} />;
  if (!objective || objective.key !== nearest?.key) return null;
  const { key, description, owner, target, health, stated, chance } = objective;
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
              <HealthLozenge health={health} stated={stated} forecast={{ chance }} />
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
