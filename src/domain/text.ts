/** Whether a text holds more than blanks. */
export const hasText = (text: string | null): text is string => text !== null && text.trim() !== '';
