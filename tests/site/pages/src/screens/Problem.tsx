import SectionMessage from '@atlaskit/section-message';
import { ScreenHead } from './ScreenHead';

/** Jira's error message. */
export function Problem({ error }: { error: Error | null }) {
  if (!error) return null;
  return (
    <SectionMessage appearance="error" title="Jira says no">
      <p>{error.message}</p>
    </SectionMessage>
  );
}

/** Jira's error message as a whole screen. */
export function ProblemScreen({ title, error }: { title: string; error: Error }) {
  return (
    <>
      <ScreenHead title={title} />
      <Problem error={error} />
    </>
  );
}
