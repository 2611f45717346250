import SectionMessage from '@atlaskit/section-message';
import type { Operations } from '../../../../../src/contract';
import { useFormat } from '../../../shared/host';

/**
 * That there are more objectives than a strategy may hold. Jira may make any number of issues of a type after an admin named it, and pages
 * answer all objectives: of some 3,250 the portfolio is larger than the 5 MB that Forge lets a function answer.
 */
export function TooManyObjectives({ objectives: { stated, issues, most } }: Pick<Operations, 'objectives'>) {
  const format = useFormat();
  if (stated + issues <= most) return null;
  return (
    <SectionMessage appearance="warning" title={`${format.number(stated + issues)} objectives are too many`}>
      <p>
        {`${format.count(issues, 'issue')} of the types that are named in Settings and ${format.count(stated, 'stated objective')} make up the strategy, which holds at most ${format.number(most)}. Pages take longer with each more, and of about 3,000 the portfolio cannot be shown any longer. Name types that have fewer issues, or exclude projects whose issues of these types are no objectives.`}
      </p>
    </SectionMessage>
  );
}
