import { spawnSync } from 'node:child_process';
import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { findTidb, TIDB_MODULE, tidbProgram } from './tidb';

const PACKAGE = 'github.com/pingcap/tidb/cmd/tidb-server';

/**
 * Builds TiDB's server from its Go module, unless it was built already: about six minutes on two cores, with Go 1.25 or
 * newer.
 */
function main(): void {
  const known = findTidb();
  if (known !== null) return void process.stdout.write(`TiDB is there: ${known}\n`);
  const { folder, name } = tidbProgram();
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  process.stdout.write('Building TiDB, which takes some minutes the first time…\n');
  // Under another name until it is complete, so that nobody starts half of it.
  const { status, error } = spawnSync('go', ['build', '-o', `${path}.part`, PACKAGE], {
    cwd: TIDB_MODULE,
    stdio: 'inherit',
  });
  if (error || status !== 0) {
    const reason = error && 'code' in error && error.code === 'ENOENT' ? 'Go is not installed here.' : 'See above.';
    process.stderr.write(`TiDB was not built. ${reason}\n`);
    process.exit(1);
  }
  renameSync(`${path}.part`, path);
  process.stdout.write(`Built: ${path}\n`);
}

main();
