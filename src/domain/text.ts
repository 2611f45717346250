/** Whether somebody wrote something: blanks alone say nothing. */
export const hasText = (text: string | null): text is string => text !== null && text.trim() !== '';
