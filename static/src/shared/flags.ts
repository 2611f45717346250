import { showFlag } from '@forge/bridge';

/** Shows a success flag for a moment. A later flag with this id replaces it. */
export const tellDone = (id: string, title: string, description?: string): void =>
  void showFlag({ id, type: 'success', title, description, isAutoDismiss: true });

/** Shows an error flag until it is dismissed. */
export const tellFailed = (title: string, error: Error): void =>
  void showFlag({ id: `failed-${title}`, type: 'error', title, description: error.message });
