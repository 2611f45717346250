import { createFormat } from '../../../../static/src/shared/format';
import { csvOf } from '../../../../static/src/shared/csv/csvFile';
import { thenNowCsv } from '../../../../static/src/shared/past/thenNowCsv';
import { findingsCsv } from '../../../../static/src/surfaces/portfolio/findings/findingsCsv';
import { KEY_RESULTS_CSV, keyResultRows } from '../../../../static/src/surfaces/portfolio/scorecard/keyResultsCsv';
import { lanesOf } from '../../../../static/src/surfaces/portfolio/scorecard/lanes';
import { keyResult, objectiveRef, portfolioObjective } from '../../support/objectiveSamples';
import { portfolio } from '../../support/portfolioSamples';

const english = createFormat('en-GB', 'UTC');
const linesOf = (csv: string): string[] => csv.trim().split('\r\n');

test('findings are saved with what each holds back, as a ratio, and its sentence', () => {
  const [head, ...rows] = linesOf(csvOf(findingsCsv(portfolio, english), portfolio.findings));
  expect(head).toBe('finding,objective,title,holds back,what was found');
  expect(rows).toHaveLength(portfolio.findings.length);
  expect(rows[0]).toMatch(/^[A-Z][^,]+,(OBJ-\d+|),.*,0\.\d+,/);
});

test('key results are saved with their goals, and nothing where there is no value', () => {
  const measured = keyResult(1, 'Share, of market', '%', [11, 14], [11.5, 12]);
  const kept = { ...keyResult(2, 'Wait', 'min', [0, 0], []), goal: { kind: 'maintain' as const, low: 2, high: 5 } };
  const lanes = lanesOf([
    portfolioObjective(objectiveRef('OBJ-1', 'Win'), { perspective: 'customer', keyResults: [measured, kept] }),
  ]);
  const [head, ...rows] = linesOf(csvOf(KEY_RESULTS_CSV, keyResultRows(lanes)));
  expect(head).toBe('perspective,objective,key result,unit,baseline,target,lowest,highest,now,day,progress');
  expect(rows[0]).toMatch(/^Customer,OBJ-1,"Share, of market",%,11,14,,,12,\d{4}-\d\d-\d\d,0\.3333$/);
  expect(rows[1]).toMatch(/^Customer,OBJ-1,Wait,min,,,2,5,,,$/);
});

test('figures then and now are saved as they are written', () => {
  const rows = [{ name: 'Alignment of effort', then: '61%', now: '48%', change: '−13 percentage points' }];
  expect(linesOf(csvOf(thenNowCsv('Figure', { then: '30 Sept 2026', now: 'today' }), rows))).toEqual([
    'Figure,30 Sept 2026,today,Change',
    'Alignment of effort,61%,48%,−13 percentage points',
  ]);
});
