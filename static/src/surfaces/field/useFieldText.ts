import { useQuery } from '@tanstack/react-query';
import type { FieldValue } from '../../../../src/contract';
import { RUN } from '../../../../src/domain/work/workItem';
import { fieldText } from '../../shared/fieldValue';
import { asking } from '../../shared/queries';

/**
 * The text of the field's value: its key, with the title that the app has stored for it. The title in the value proves
 * nothing, because whoever may edit the issue can write another one through Jira's REST API. `null`: no value
 */
export function useFieldText(value: FieldValue | null): string | null {
  const key = value?.key ?? RUN;
  const { data } = useQuery({ ...asking('objectiveTitle', { key }), enabled: key !== RUN });
  return value && fieldText({ key, name: data?.title ?? '' });
}
