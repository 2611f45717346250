import type { Measure, WindowDays } from '../../../src/contract';
import { WINDOW_DAYS } from '../../../src/domain/time/window';
import { MEASURES } from '../../../src/domain/work/tally';
import { Switch } from './Switch';
import { MEASURE_NAME } from './words';

type Props = {
  window: WindowDays;
  measure: Measure;
  isLabelHidden?: boolean;
  onWindow: (window: WindowDays) => void;
  onMeasure: (measure: Measure) => void;
};

/** Chooses the window and the measure of figures. */
export function LookSwitches({ window, measure, isLabelHidden, onWindow, onMeasure }: Props) {
  return (
    <>
      <Switch
        label="Window"
        isLabelHidden={isLabelHidden}
        options={WINDOW_DAYS.map((days) => ({ value: days, name: `${days} days` }))}
        value={window}
        onChange={onWindow}
      />
      <Switch
        label="Measure"
        isLabelHidden={isLabelHidden}
        options={MEASURES.map((one) => ({ value: one, name: MEASURE_NAME[one] }))}
        value={measure}
        onChange={onMeasure}
      />
    </>
  );
}
