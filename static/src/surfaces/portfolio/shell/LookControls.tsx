import { LookSwitches } from '../../../shared/LookSwitches';
import { useChoice } from '../../../shared/routing/address';
import { useLook } from '../../../shared/routing/look';
import styles from './shell.module.css';

/** Switches for the window and the measure of all tabs. */
export function LookControls() {
  const look = useLook();
  const [, chooseWindow] = useChoice('window');
  const [, chooseMeasure] = useChoice('measure');
  return (
    <div className={styles.controls} role="group" aria-label="What is shown">
      <LookSwitches
        {...look}
        isLabelHidden
        onWindow={(window) => chooseWindow(String(window))}
        onMeasure={chooseMeasure}
      />
    </div>
  );
}
