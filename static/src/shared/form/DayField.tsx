import Textfield from '@atlaskit/textfield';
import type { FieldControl } from './FormField';

type Props = FieldControl & {
  /** `YYYY-MM-DD`, or empty */
  value: string;
  onChange: (day: string) => void;
  max?: string;
};

/** The browser's own date input: it works by keyboard, and Jira's frame does not cut off its calendar. */
export const DayField = ({ value, onChange, ...control }: Props) => (
  <Textfield {...control} type="date" value={value} onChange={(event) => onChange(event.currentTarget.value)} />
);
