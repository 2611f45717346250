import SectionMessage from '@atlaskit/section-message';

/** What went wrong, in Jira's words. */
export function Problem({ error }: { error: Error | null }) {
  if (!error) return null;
  return (
    <SectionMessage appearance="error" title="Jira says no">
      <p>{error.message}</p>
    </SectionMessage>
  );
}
