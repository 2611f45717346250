/**
 * Holds manifest and code to Forge's own lint and bundler, with no login and no call to Atlassian. Their packages are installed
 * here, when they are not there or not as the lockfile says. Part of `npm run check`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const here = import.meta.dirname;
const root = path.resolve(here, '../..');

/** Runs a command to its end; one that fails ends the whole check. */
function run(command, args, { cwd, env = {} }) {
  const { status, error } = spawnSync(command, args, { cwd, env: { ...process.env, ...env }, stdio: 'inherit' });
  if (error) console.error(`${command} did not start: ${error.message}`);
  if (status !== 0)
    throw new Error(`${[path.basename(command), ...args.map((arg) => path.basename(arg))].join(' ')} failed.`);
}

/** npm notes what it installed in node_modules; a lockfile of another content means that the note is of another day. */
function install() {
  const stamp = path.join(here, 'node_modules/.installed');
  const wanted = readFileSync(path.join(here, 'package-lock.json'), 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log("Installing Forge's lint and bundler (about 250 MB, once) …");
  run('npm', ['ci', '--silent', '--no-audit', '--no-fund'], { cwd: here });
  writeFileSync(stamp, wanted);
}

/** The manifest names the built pages: lint and deployment look for them, and they must build. */
function build() {
  run('npm', ['run', '--silent', 'build', '--', '--logLevel', 'warn'], { cwd: root });
}

/**
 * Lints in a directory without a tsconfig.json: where there is one, Forge's lint reads only files that its `include` names one by
 * one, and would pass over ours. The Jira document tells it which scope each REST call of the code needs.
 */
function lint(scratch) {
  const app = path.join(scratch, 'app');
  mkdirSync(app);
  for (const entry of ['manifest.yml', 'package.json', 'src', 'static'])
    symlinkSync(path.join(root, entry), path.join(app, entry));

  const none = path.join(scratch, 'none.json');
  writeFileSync(none, '{"paths":{}}');
  const jira = path.resolve(root, process.env.JIRA_OPENAPI || '../shared/data/jira-openapi.json');
  const known = existsSync(jira);
  if (!known)
    console.log("Without Jira's OpenAPI document (JIRA_OPENAPI) the scopes of the REST calls are not checked.");
  run(process.execPath, [path.join(here, 'lint.cjs')], {
    cwd: app,
    env: {
      USE_LOCAL_SWAGGER: '1',
      LOCAL_JIRA_SWAGGER: known ? jira : none,
      ...Object.fromEntries(
        ['JSM', 'JSW', 'CONF', 'CONF_V2', 'BB'].map((product) => [`LOCAL_${product}_SWAGGER`, none]),
      ),
      XDG_CONFIG_HOME: scratch,
    },
  });
}

/** The wrapper around the functions is Atlassian's and is downloaded on deployment; empty files stand for it. */
function bundle(scratch) {
  mkdirSync(path.join(scratch, 'runtime/dist'), { recursive: true });
  for (const script of ['wrapper', 'loader'])
    writeFileSync(path.join(scratch, `runtime/dist/${script}.js`), '// stands for Forge\n');
  run(process.execPath, [path.join(here, 'bundle.cjs')], {
    cwd: root,
    env: { FORGE_RUNTIME_PATH: path.join(scratch, 'runtime'), XDG_CONFIG_HOME: scratch, TMPDIR: scratch },
  });
}

const scratch = mkdtempSync(path.join(tmpdir(), 'forge-check-'));
try {
  install();
  build();
  lint(scratch);
  bundle(scratch);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
