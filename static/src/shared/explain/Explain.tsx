import Popup from '@atlaskit/popup';
import { useState, type ReactNode } from 'react';
import type { Opened } from '../counted/opened';
import { CountedBelow } from '../counted/CountedBelow';
import { NumberButton } from '../counted/NumberButton';
import { useListing } from '../counted/useListing';
import type { Explanation } from './explanation';
import { ExplanationText } from './ExplanationText';
import number from '../number.module.css';
import styles from './explain.module.css';

type Props = {
  explanation: Explanation;
  /** the number to click */
  children: ReactNode;
  /** names the button, where it shows more than a number; it begins with what is shown */
  label?: string;
};

const labelOf = ({ title, value }: Explanation) => `${title}: ${value}. How is this computed?`;

/** A number that opens its explanation over the page. */
export function Explain({ explanation, children, label = labelOf(explanation) }: Props) {
  const [isOpen, setOpen] = useState(false);
  const { show, listing } = useListing();
  // The list is opened beside the explanation, which closes.
  const showIssues = (opened: Opened) => {
    setOpen(false);
    show(opened);
  };
  return (
    <>
      <Popup
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        placement="bottom-start"
        role="dialog"
        label={explanation.title}
        content={() => (
          <div className={styles.floating} tabIndex={0} role="region" aria-label={explanation.title}>
            <ExplanationText explanation={explanation} onShow={showIssues} />
          </div>
        )}
        trigger={({ ref, ...trigger }) => (
          <button
            {...trigger}
            ref={ref}
            type="button"
            className={number.number}
            aria-label={label}
            onClick={() => setOpen(!isOpen)}
          >
            {children}
          </button>
        )}
      />
      {listing}
    </>
  );
}

type BelowProps = Omit<Props, 'label'> & {
  /** the same in counts, which opens the issues; with the class of its place */
  counts: string;
  className: string | undefined;
};

/** A number that opens its explanation and its issues in the flow. For narrow frames, which would cut off a popup. */
export function ExplainBelow({ explanation, children, counts, className }: BelowProps) {
  const [isOpen, setOpen] = useState(false);
  const [opened, show] = useState<Opened | null>(null);
  const { opens } = explanation;
  return (
    <>
      <button
        type="button"
        className={number.number}
        aria-label={labelOf(explanation)}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {children}
      </button>
      <span className={className}>
        {opens ? <NumberButton opened={opens} text={counts} onShow={show} isInFlow /> : counts}
      </span>
      {isOpen && (
        <div className={styles.below}>
          <ExplanationText explanation={explanation} onShow={show} isInFlow />
        </div>
      )}
      {opened && (
        <div className={styles.below}>
          <CountedBelow opened={opened} onClose={() => show(null)} />
        </div>
      )}
    </>
  );
}
