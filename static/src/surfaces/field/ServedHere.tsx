import Button from '@atlaskit/button/new';
import { useQuery } from '@tanstack/react-query';
import { RUN } from '../../../../src/domain/work/workItem';
import { ask } from '../../shared/ask';
import { fieldText } from '../../shared/fieldValue';
import { useHost } from '../../shared/host';
import type { ChosenTag } from '../../shared/objectiveOptions';
import { queryKeyOf } from '../../shared/queries';
import { issueInAddress, readServedHere } from './createdFrom';
import styles from './field.module.css';

/** What can be chosen only: Run the business, and active objectives, with the title that the app has for them. */
const readOffer = async (
  key: string,
  field: string,
): Promise<{ from: string; choice: ChosenTag; text: string } | null> => {
  const served = await readServedHere(key, field);
  if (served === null) return null;
  const { value } = served;
  if (value.key === RUN) {
    return { from: key, choice: { tag: { kind: 'run' }, title: value.name }, text: fieldText(value) };
  }
  const { title, status } = await ask('objectiveTitle', { key: value.key });
  if (status !== 'active') return null;
  const tag = { kind: 'objective', key: value.key } as const;
  return { from: key, choice: { tag, title }, text: fieldText({ key: value.key, name: title }) };
};

/**
 * On creation from the page of an issue, most often its epic: offers what that serves. Jira does not tell the field which parent
 * is chosen in the dialog, only at which address it was opened.
 */
export function ServedHere({ onChoose }: { onChoose: (choice: ChosenTag) => void }) {
  const { extension } = useHost().context;
  const key = extension['renderContext'] === 'issue-create' ? issueInAddress(extension['location']) : null;
  const field = typeof extension['fieldId'] === 'string' ? extension['fieldId'] : null;
  const { data } = useQuery({
    queryKey: queryKeyOf('servedHere', key, field),
    queryFn: () => (key === null || field === null ? null : readOffer(key, field)),
    enabled: key !== null && field !== null,
  });
  if (!data) return null;
  return (
    <div className={styles.offer}>
      <p className="small">
        {data.from} serves {data.text}. A child of it does so by itself, with nothing chosen here.
      </p>
      <Button spacing="compact" onClick={() => onChoose(data.choice)}>
        Same as {data.from}
      </Button>
    </div>
  );
}
