import VisuallyHidden from '@atlaskit/visually-hidden';

/** The title of a page, for screen readers only: Jira draws it above the frame. */
export const HiddenTitle = ({ children }: { children: string }) => (
  <VisuallyHidden>
    <h1>{children}</h1>
  </VisuallyHidden>
);
