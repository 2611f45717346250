import SectionMessage from '@atlaskit/section-message';
import { ScreenHead } from './ScreenHead';

/** What went wrong, in Jira's words. */
export function Problem({ error }: { error: Error | null }) {
  if (!error) return null;
  return (
    <SectionMessage appearance="error" title="Jira says no">
      <p>{error.message}</p>
    </SectionMessage>
  );
}

/** The same where it is all there is to show. */
export function ProblemScreen({ title, error }: { title: string; error: Error }) {
  return (
    <>
      <ScreenHead title={title} />
      <Problem error={error} />
    </>
  );
}
