/** The query of an objective's page that opens its check-in form. */
export const CHECK_IN = { 'check-in': 'new' };
