/** The client of database servers. Loaded by who opens one, because most test files open none. */
export const mysql = () => import('mysql2/promise');
