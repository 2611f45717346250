import Popup from '@atlaskit/popup';
import { useState, type ReactNode } from 'react';
import type { Explanation } from './explanation';
import { ExplanationText } from './ExplanationText';
import styles from './explain.module.css';

type Props = {
  explanation: Explanation;
  /** the number to click */
  children: ReactNode;
};

const labelOf = ({ title, value }: Explanation) => `${title}: ${value}. How is this computed?`;

/** A number that opens its explanation over the page. */
export function Explain({ explanation, children }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Popup
      isOpen={isOpen}
      onClose={() => setOpen(false)}
      placement="bottom-start"
      role="dialog"
      label={explanation.title}
      content={() => (
        <div className={styles.floating} tabIndex={0} role="region" aria-label={explanation.title}>
          <ExplanationText explanation={explanation} />
        </div>
      )}
      trigger={({ ref, ...trigger }) => (
        <button
          {...trigger}
          ref={ref}
          type="button"
          className={styles.number}
          aria-label={labelOf(explanation)}
          onClick={() => setOpen(!isOpen)}
        >
          {children}
        </button>
      )}
    />
  );
}

/** A number that opens its explanation in the flow. For narrow frames, which would cut off a popup. */
export function ExplainBelow({ explanation, children }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={styles.number}
        aria-label={labelOf(explanation)}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {children}
      </button>
      {isOpen && (
        <div className={styles.below}>
          <ExplanationText explanation={explanation} />
        </div>
      )}
    </>
  );
}
