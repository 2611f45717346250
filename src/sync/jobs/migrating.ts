import { getAppContext } from '@forge/api';
import { AppError } from '../../domain/appError';
import { setLease, takeLease } from '../../store/runs/leases';
import { isMigrated, makeFirstTables, migrate } from '../../store/sql/migrations';
import { pushMigrate } from './queues';

const MIGRATION_LEASE = 'migration';
/**
 * As many changes of the schema as are made in a row. Forge SQL takes 25 a minute of an installation
 * (developer.atlassian.com/platform/forge/limits-sql); this app sends at most 20: these, and twice the three first tables, which are
 * made before there is a lock.
 */
const A_SLICE = 14;
/** Between two slices. */
const REST_MS = 60_000;
/** After that no other change is begun. */
const SLICE_MS = 100_000;
/** Forge SQL gives a change of the schema 20 seconds. */
const LONGEST_CHANGE_MS = 20_000;
/** A little later than the rest, for clocks that differ. */
const GO_ON_SECONDS = REST_MS / 1000 + 5;

/** Installations of which this process knows that the schema is that of its version, or a newer one. */
const migrated = new Set<string>();
/** When this process last asked for the schema to be brought up to date, by installation (epoch milliseconds). */
const asked = new Map<string, number>();

const installation = (): string => getAppContext().installationAri.toString();

/**
 * Is the schema of this version there? One statement in a new process, none once it is. Every way into the app asks this, because
 * Forge tells of new major versions only (`avi:forge:upgraded:app`).
 */
export const schemaIsThere = async (): Promise<boolean> => {
  const site = installation();
  if (migrated.has(site)) return true;
  if (!(await isMigrated())) return false;
  migrated.add(site);
  return true;
};

/** For the pages: throws `migrating` while the schema is not there, and sees to it that it is made. */
export const needSchema = async (): Promise<void> => {
  if (await schemaIsThere()) return;
  await requestMigration();
  throw new AppError(
    'migrating',
    'The app is being set up or updated on this site, which takes a few minutes. Nothing is lost; please come back then.',
  );
};

/** Asks for the schema to be brought up to date: once a minute and process. A push that fails is left to the next five minutes. */
export const requestMigration = async (): Promise<void> => {
  const [site, now] = [installation(), Date.now()];
  if (now - (asked.get(site) ?? -Infinity) < REST_MS) return;
  asked.set(site, now);
  await push(0);
};

/**
 * Brings the schema some way on, one at a time: a slice, and then a minute's rest, which also follows a crash. Where more is to be done
 * after that it asks for itself. Says whether the schema is there. Throws as the database does; the next try is then some minutes later.
 */
export const migrateFurther = async (): Promise<boolean> => {
  if (await schemaIsThere()) return true;
  await makeFirstTables();
  const now = Date.now();
  if (!(await takeLease(MIGRATION_LEASE, now + SLICE_MS + LONGEST_CHANGE_MS + REST_MS, now))) return false;
  const isDone = await migrate({ most: A_SLICE, until: now + SLICE_MS });
  await setLease(MIGRATION_LEASE, Date.now() + REST_MS);
  if (isDone) migrated.add(installation());
  else await push(GO_ON_SECONDS);
  return isDone;
};

const push = async (delaySeconds: number): Promise<void> => {
  try {
    await pushMigrate(delaySeconds);
  } catch (error) {
    const reason = error instanceof Error ? error.name : 'unknown';
    console.warn(JSON.stringify({ event: 'migrationNotPushed', reason }));
  }
};
