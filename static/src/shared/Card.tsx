import { Inline } from '@atlaskit/primitives/compiled';
import type { ReactNode } from 'react';
import styles from './card.module.css';

type Props = {
  title: string;
  /** what it shows, in one line */
  about?: ReactNode;
  /** at the end of the title's line */
  beside?: ReactNode;
  className?: string;
  children: ReactNode;
};

/** A part of a page that answers one question. */
export const Card = ({ title, about, beside, className = '', children }: Props) => (
  <section className={`${styles.card} ${className}`} aria-label={title}>
    <header>
      <Inline space="space.200" rowSpace="space.050" alignBlock="baseline" spread="space-between" shouldWrap>
        <h2 className={styles.title}>{title}</h2>
        {beside}
      </Inline>
      {about && <p className="subtle">{about}</p>}
    </header>
    {children}
  </section>
);
