/**
 * Builds the functions with Forge's own bundler, as `forge deploy` does. Started by check.mjs in the project's root, with
 * FORGE_RUNTIME_PATH set, so that nothing is downloaded. CommonJS, because the bundler looks for `require.main`.
 */
const fs = require('node:fs');
const path = require('node:path');
const { getEntryPoints, getNodeBundler, getWrapperProvider } = require('@forge/bundler');
const { ConfigFile, FileSystemReader, FileSystemWriter } = require('@forge/cli-shared');

const warnings = [];
const logger = {
  info() {},
  debug() {},
  trace() {},
  warn: (text) => warnings.push(text),
  error: (text) => warnings.push(text),
};

async function main() {
  const fileSystemReader = new FileSystemReader();
  const config = new ConfigFile(fileSystemReader, new FileSystemWriter());
  const handlers = await config.getAppHandlers();
  const bundler = getNodeBundler(logger, getWrapperProvider({ fileSystemReader }), config);
  const { outputDir } = await bundler.bundle({ appDirectory: process.cwd(), entryPoints: getEntryPoints(handlers) });
  for (const name of new Set(handlers.map(({ module }) => module))) {
    const file = path.join(outputDir, `${name}.cjs`);
    // Loading it finds what only fails where the functions run: a file that was not bundled, work at the top level.
    const exported = require(file);
    for (const { func } of handlers.filter(({ module }) => module === name)) {
      if (typeof exported[func] !== 'function') throw new Error(`The bundle ${name} exports no function ${func}.`);
    }
    console.log(`Forge bundler: ${name}, ${Math.round(fs.statSync(file).size / 1024)} KiB.`);
  }
  if (warnings.length > 0) throw new Error(warnings.join('\n'));
}

main().catch((error) => {
  console.error(`Forge bundler: ${error.message}`);
  process.exitCode = 1;
});
