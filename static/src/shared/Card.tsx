import type { ReactNode } from 'react';
import styles from './card.module.css';

type Props = {
  title: string;
  /** what it shows, in a line */
  about?: ReactNode;
  /** what stands at the end of its title */
  beside?: ReactNode;
  className?: string;
  children: ReactNode;
};

/** A part of a page that answers one question. */
export const Card = ({ title, about, beside, className = '', children }: Props) => (
  <section className={`${styles.card} ${className}`} aria-label={title}>
    <header>
      <div className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        {beside}
      </div>
      {about && <p className={styles.about}>{about}</p>}
    </header>
    {children}
  </section>
);
