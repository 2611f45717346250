import { showFlag } from '@forge/bridge';

/** Says for a moment that something is done. A later flag of this id takes its place. */
export const tellDone = (id: string, title: string, description?: string): void =>
  void showFlag({ id, type: 'success', title, description, isAutoDismiss: true });

/** Says that something failed, and why, until it is dismissed. */
export const tellFailed = (title: string, error: Error): void =>
  void showFlag({ id: `failed-${title}`, type: 'error', title, description: error.message });
