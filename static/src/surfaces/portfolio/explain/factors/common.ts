import type { Portfolio } from '../../../../../../src/contract';
import type { Explanation, Told } from '../../../../shared/explain/explanation';
import type { Format } from '../../../../shared/format';
import { FACTOR_NAME } from '../../../../shared/words';
import { coversOf } from '../coverage';

export type Explainer = (portfolio: Portfolio, format: Format) => Explanation;

/** A factor's explanation: its own part, with what all factors share. `missing` is dropped if there is a value. */
export function explainAs(
  factor: keyof typeof FACTOR_NAME,
  { basis, factors }: Portfolio,
  format: Format,
  { missing, ...told }: Told,
): Explanation {
  const { value } = factors[factor];
  return {
    title: FACTOR_NAME[factor],
    value: value === null ? 'not measurable yet' : format.fineNumber(value),
    covers: coversOf(basis, format),
    ...told,
    ...(value === null && missing ? { missing: `Not measurable yet, because ${missing}` } : {}),
  };
}

export const yesNo = (is: boolean) => (is ? 'yes' : 'no');

/** Why factors weighted by planned share have no value. */
export const NOTHING_PLANNED =
  'no objective is active. Set the status of an objective, and of those above it, to active: then it has a share in the plan.';
