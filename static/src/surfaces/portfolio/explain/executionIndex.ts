import type { FactorKey, Factors, Portfolio } from '../../../../../src/contract';
import { ALL_FACTORS } from '../../../../../src/domain/scores/executionIndex';
import type { Explanation } from '../../../shared/explain/explanation';
import { NONE, type Format } from '../../../shared/format';
import { FACTOR_NAME } from '../../../shared/words';
import { INDEX_NAME } from '../words';
import { coversOf } from './coverage';

const CARRIED = ALL_FACTORS.filter((factor) => factor !== 'buyIn');

const known = (factors: Factors) =>
  CARRIED.flatMap((factor) => {
    const { value } = factors[factor];
    return value === null ? [] : [{ factor, value, term: Math.log2(1 + value) }];
  });

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Why there is no index. Only for a portfolio without one. */
export function noIndexBecause({ factors }: Portfolio): string {
  return factors.buyIn.value === null
    ? 'Not measurable yet, because buy-in, which carries all the others, has no value. Open it to see what would give it one.'
    : 'Not measurable yet, because none of the five factors that buy-in carries has a value. Open them to see what would give them one.';
}

export function explainIndex(portfolio: Portfolio, format: Format): Explanation {
  const { index, factors, basis } = portfolio;
  const terms = known(factors);
  const unknown = CARRIED.filter((factor) => factors[factor].value === null);
  return {
    title: INDEX_NAME,
    value: index === null ? 'not measurable yet' : `${format.index(index)} of 100`,
    ...(index === null && { missing: noIndexBecause(portfolio) }),
    formula: '100 × B × the mean of log₂(1 + s), where B is buy-in and s each other factor that has a value',
    inputs: [
      { name: 'B, buy-in', value: format.fineNumber(factors.buyIn.value) },
      {
        name: 'Mean of log₂(1 + s)',
        value: terms.length > 0 ? format.fineNumber(mean(terms.map(({ term }) => term))) : NONE,
      },
    ],
    tables: [
      {
        title: 'Terms',
        head: ['Factor', 's', 'log₂(1 + s)'],
        rows: terms.map(({ factor, value, term }) => [
          FACTOR_NAME[factor],
          format.fineNumber(value),
          format.fineNumber(term),
        ]),
      },
    ],
    covers: coversOf(basis, format),
    leftOut: unknown.map((factor) => `${FACTOR_NAME[factor]}: not measurable yet.`),
  };
}

type Lever = { factor: FactorKey; gain: number };

/** Points that the index would gain if one factor were 1 and the others stayed, most first. Empty without an index. */
export function leversOf({ index, factors }: Portfolio): Lever[] {
  const buyIn = factors.buyIn.value;
  const terms = known(factors);
  if (index === null || buyIn === null || terms.length === 0) return [];
  const carried = terms.map(({ factor, term }): Lever => ({ factor, gain: (100 * buyIn * (1 - term)) / terms.length }));
  return [...carried, { factor: 'buyIn' as const, gain: 100 * mean(terms.map(({ term }) => term)) - index }].sort(
    (a, b) => b.gain - a.gain,
  );
}
