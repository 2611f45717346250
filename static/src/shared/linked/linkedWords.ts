import type { Linked } from './linked';

/** How an issue was linked, behind the person's name. */
export const HOW: Readonly<Record<Linked['how'], string>> = {
  person: '',
  suggestion: 'as suggested',
  bulk: 'with many others',
  rule: 'by a standing rule',
  proposal: 'by accepting a proposal',
  undo: 'by taking another link back',
  jira: 'in Jira’s own field',
  created: 'when the issue was created',
};
