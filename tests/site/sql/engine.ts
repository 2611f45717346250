export { SqlError, type SqlEngine, type WriteResult } from './sqlEngine';
export { embeddedEngine } from './embedded';
export { findMariadbd, mariadbEngine } from './mariadb';
