import Textfield from '@atlaskit/textfield';
import type { FieldControl } from './FormField';

type Props = FieldControl & {
  /** `YYYY-MM-DD`, or empty */
  value: string;
  onChange: (day: string) => void;
  max?: string;
};

/**
 * A calendar day. The browser's own control: each part is typed or stepped by keyboard, what is typed counts at once, and its
 * calendar is not cut off at the edge of Jira's frame.
 */
export const DayField = ({ value, onChange, ...control }: Props) => (
  <Textfield {...control} type="date" value={value} onChange={(event) => onChange(event.currentTarget.value)} />
);
