import { getAppContext } from '@forge/api';
import { AppError } from '../../domain/appError';
import { setLease, takeLease } from '../../store/runs/leases';
import { firstTablesMadeAt, isMigrated, makeFirstTables, migrate } from '../../store/sql/migrations';
import { pushMigrate } from './queues';

const MIGRATION_LEASE = 'migration';
/**
 * Changes of the schema in a slice. Forge SQL takes 25 a minute for an installation
 * (developer.atlassian.com/platform/forge/limits-sql). The app sends at most 20: the first slice leaves room for twice the
 * three first tables, which are made before there is a lease.
 */
const A_SLICE = 20;
const FIRST_SLICE = 14;
/** Between two slices. */
const REST_MS = 60_000;
/** No change begins after so long. */
const SLICE_MS = 100_000;
/** Forge SQL's time limit for one change of the schema. */
const LONGEST_CHANGE_MS = 20_000;
/** A little longer than the rest, for clocks that differ. */
const GO_ON_SECONDS = REST_MS / 1000 + 5;

/** Installations whose schema this process knows to be of this version, or newer. */
const migrated = new Set<string>();
/** By installation: when this process last asked for a migration (epoch milliseconds). */
const asked = new Map<string, number>();

const installation = (): string => getAppContext().installationAri.toString();

/**
 * Whether the schema of this version is there. One statement in a new process, none once it is. Every way into the app
 * asks, because Forge tells of new major versions only (`avi:forge:upgraded:app`).
 */
export const schemaIsThere = async (): Promise<boolean> => {
  const site = installation();
  if (migrated.has(site)) return true;
  if (!(await isMigrated())) return false;
  migrated.add(site);
  return true;
};

/**
 * For pages: asks for a migration if the schema is missing.
 * @throws AppError `migrating` if it is missing
 */
export const needSchema = async (): Promise<void> => {
  if (await schemaIsThere()) return;
  await requestMigration();
  throw new AppError(
    'migrating',
    'The app is being set up or updated on this site, which takes a few minutes. Nothing is lost; please come back then.',
  );
};

/** Asks for a migration, at most once a minute and process. If the push fails, the five-minute schedule asks again. */
export const requestMigration = async (): Promise<void> => {
  const [site, now] = [installation(), Date.now()];
  if (now - (asked.get(site) ?? -Infinity) < REST_MS) return;
  asked.set(site, now);
  await push(0);
};

/**
 * Makes one slice of the schema's changes under a lease, and rests a minute; so too after a crash. Asks for the next
 * slice if more is left.
 * @returns whether the schema is there
 * @throws the database's error; the next attempt is some minutes later
 */
export const migrateFurther = async (): Promise<boolean> => {
  if (await schemaIsThere()) return true;
  await makeFirstTables();
  const now = Date.now();
  if (!(await takeLease(MIGRATION_LEASE, now + SLICE_MS + LONGEST_CHANGE_MS + REST_MS, now))) return false;
  const isFirst = (await firstTablesMadeAt()) > now - REST_MS;
  const isDone = await migrate({ most: isFirst ? FIRST_SLICE : A_SLICE, until: now + SLICE_MS });
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
