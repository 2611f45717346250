/** The address of a person's picture. */
export const avatarUrl = (accountId: string): string => `/avatars/${encodeURIComponent(accountId)}`;
