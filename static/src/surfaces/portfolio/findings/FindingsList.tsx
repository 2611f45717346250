import Button from '@atlaskit/button/new';
import ChevronRight from '@atlaskit/icon/core/chevron-right';
import { Inline } from '@atlaskit/primitives/compiled';
import { useId, useState } from 'react';
import type { Finding, Portfolio } from '../../../../../src/contract';
import { SaveCsv } from '../../../shared/csv/SaveCsv';
import { Explained } from '../../../shared/explain/Explained';
import { useHost } from '../../../shared/host';
import { refOf } from '../explain/names';
import { ObjectiveLink } from '../ObjectiveLink';
import { NOTHING_FOUND } from '../words';
import { actionsOf } from './action';
import { ActionLink } from './ActionLink';
import { FINDING_NAME, harmInWords, objectiveOf, sentenceOf } from './describe';
import { explainFinding } from './evidence';
import { findingsCsv } from './findingsCsv';
import { useFormat } from '../../../shared/host';
import styles from './findings.module.css';

type Props = { finding: Finding; portfolio: Portfolio };

function FindingItem({ finding, portfolio }: Props) {
  const { format, context } = useHost();
  const viewer = ('accountId' in context && context.accountId) || null;
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const { evidence, harm } = finding;
  const key = objectiveOf(evidence);
  const name = FINDING_NAME[evidence.kind];
  return (
    <li className={styles.finding}>
      <Inline space="space.100" rowSpace="space.025" alignBlock="center" shouldWrap>
        <span className={styles.kind}>{name}</span>
        <span className={styles.harm}>{harmInWords(finding, format)}</span>
        <span className={styles.bar} aria-hidden="true">
          <span style={{ inlineSize: `${Math.min(100, 100 * harm)}%` }} />
        </span>
      </Inline>
      {key !== null && (
        <p className={styles.about}>
          <ObjectiveLink objective={refOf(portfolio, key)} />
        </p>
      )}
      <p>{sentenceOf(finding, portfolio, format)}</p>
      <div className={styles.actions}>
        {actionsOf(finding, portfolio, viewer).map((action) => (
          <ActionLink key={action.text} action={action} />
        ))}
        <button
          type="button"
          className={styles.open}
          aria-expanded={isOpen}
          aria-controls={id}
          aria-label={`Evidence for ${name}${key === null ? '' : ` of ${key}`}`}
          onClick={() => setOpen(!isOpen)}
        >
          <span className={styles.chevron}>
            <ChevronRight label="" size="small" />
          </span>
          Evidence
        </button>
      </div>
      <div id={id} hidden={!isOpen} className={styles.evidence}>
        {isOpen && <Explained explanation={explainFinding(finding, portfolio, format)} />}
      </div>
    </li>
  );
}

/** As many as stand about as high as what is beside them. */
const SHOWN_AT_FIRST = 6;

/** The findings, most harmful first, with actions and evidence. The first few at first, and all when asked for. */
export function FindingsList({ portfolio }: { portfolio: Portfolio }) {
  const format = useFormat();
  const [isWhole, setWhole] = useState(false);
  const id = useId();
  if (portfolio.findings.length === 0) {
    return (
      <p className="subtle">
        {NOTHING_FOUND} What is found depends on linked work and check-ins: with few of them, there is little to find.
      </p>
    );
  }
  const shown = isWhole ? portfolio.findings : portfolio.findings.slice(0, SHOWN_AT_FIRST);
  return (
    <>
      <ol id={id} className={styles.findings}>
        {shown.map((finding) => (
          <FindingItem
            key={`${finding.evidence.kind} ${objectiveOf(finding.evidence) ?? ''}`}
            finding={finding}
            portfolio={portfolio}
          />
        ))}
      </ol>
      {shown.length === portfolio.findings.length && <MoreFindings portfolio={portfolio} />}
      <Inline space="space.100" alignBlock="center" shouldWrap>
        {portfolio.findings.length > SHOWN_AT_FIRST && (
          <Button spacing="compact" aria-expanded={isWhole} aria-controls={id} onClick={() => setWhole(!isWhole)}>
            {isWhole ? 'Show fewer' : `Show all ${format.number(portfolio.findings.length)}`}
          </Button>
        )}
        <SaveCsv name="findings" columns={findingsCsv(portfolio, format)} rows={portfolio.findings} />
      </Inline>
    </>
  );
}

/** Says how many findings hold back less and are not listed. */
export function MoreFindings({ portfolio: { findings, findingsTotal } }: { portfolio: Portfolio }) {
  const format = useFormat();
  const left = findingsTotal - findings.length;
  return left === 0 ? null : <p className="subtle">{format.number(left)} more hold back less and are not listed.</p>;
}
