import { Stack } from '@atlaskit/primitives/compiled';
import type { ReactNode } from 'react';
import styles from './operations.module.css';

/** A list of names with values. */
export const Facts = ({ facts }: { facts: readonly (readonly [name: string, value: ReactNode])[] }) => (
  <Stack as="dl" space="space.100">
    {facts.map(([name, value]) => (
      <div key={name} className={styles.fact}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </Stack>
);
