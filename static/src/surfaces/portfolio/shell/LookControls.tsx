import { Switch } from '../../../shared/Switch';
import { MEASURE_NAME } from '../../../shared/words';
import { WINDOW_DAYS } from '../../../../../src/domain/time/window';
import { MEASURES } from '../../../../../src/domain/work/tally';
import { useChoice, useLook } from '../look';
import styles from './shell.module.css';

/** Which work all tabs look at, and how they measure it. */
export function LookControls() {
  const look = useLook();
  const [, chooseWindow] = useChoice('window');
  const [, chooseMeasure] = useChoice('measure');
  return (
    <div className={styles.controls} role="group" aria-label="What is shown">
      <Switch
        label="Window"
        isLabelHidden
        options={WINDOW_DAYS.map((days) => ({ value: days, name: `${days} days` }))}
        value={look.window}
        onChange={(window) => chooseWindow(String(window))}
      />
      <Switch
        label="Measure"
        isLabelHidden
        options={MEASURES.map((measure) => ({ value: measure, name: MEASURE_NAME[measure] }))}
        value={look.measure}
        onChange={chooseMeasure}
      />
    </div>
  );
}
