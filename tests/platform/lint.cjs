/**
 * Forge's own lint (what `forge lint` and `forge deploy` run), without a login. Started by check.mjs in a directory that shows
 * manifest.yml, src and static as Forge wants them. Prints what it finds; ends with code 1 if it finds anything.
 */
const path = require('node:path');
const { ConfigFile, FileSystemReader, FileSystemWriter } = require('@forge/cli-shared');
const { lint, parseSourceFile } = require('@forge/lint');

/** Stands for the services behind a login; the lint only asks them for lists of what is deprecated. */
const services = new Proxy({}, { get: () => () => Promise.resolve([]) });
const quiet = { info() {}, warn() {}, error() {}, debug() {}, trace() {} };

async function main() {
  const reader = new FileSystemReader();
  const files = (await reader.recursiveReadDir('src')).filter((file) => file.endsWith('.ts'));
  const manifest = await new ConfigFile(reader, new FileSystemWriter()).readConfig();

  let read = 0;
  const results = await lint(files, manifest, 'default', quiet, services, {
    linter: { mode: 'client-side' },
    parseFunction: (file, parser) => {
      read += 1;
      return parseSourceFile(file, parser);
    },
  });

  let problems = 0;
  for (const result of results) {
    const file = path.relative('.', path.resolve(result.file));
    for (const { class: kind, line, column, message } of [...result.errors, ...result.warnings, ...result.approvals]) {
      problems += 1;
      console.error(`${file}:${line}:${column} ${kind}: ${message}`);
    }
  }
  // A lint that skips the code would find nothing in it.
  if (read !== files.length) throw new Error(`The lint read ${read} of ${files.length} source files.`);
  if (problems > 0) {
    process.exitCode = 1;
    return;
  }
  console.log(`Forge lint: manifest.yml and ${read} source files, no problems.`);
}

main().catch((error) => {
  console.error(`Forge lint: ${error.message}`);
  process.exitCode = 1;
});
