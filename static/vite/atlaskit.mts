import { fileURLToPath } from 'node:url';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

const require = createRequire(import.meta.url);

const THEMES = ['light', 'spacing', 'shape', 'typography', 'motion', 'dark'] as const;
const TOKENS = 'virtual:atlassian-tokens.css';

/**
 * The design tokens as one plain style sheet. Atlaskit's own `setGlobalTheme` adds them as `<style>` elements, which the content
 * security policy of a Custom UI page blocks. Light is the default; dark follows `<html data-color-mode="dark">`, which the bridge
 * sets, and changes, once theming is enabled.
 */
function tokenSheet(): string {
  return THEMES.map((theme) => {
    const artifact = require(`@atlaskit/tokens/dist/cjs/artifacts/themes/atlassian-${theme}.js`) as { default: string };
    return artifact.default.replaceAll(
      /html\[[^{]*\{/g,
      theme === 'dark' ? 'html[data-color-mode="dark"] {' : ':root {',
    );
  }).join('\n');
}

/**
 * What Atlaskit needs of Vite: `import 'virtual:atlassian-tokens.css'` for the tokens, and its feature gates answered locally, so that
 * no gate client is bundled and Atlassian's present look is on; and dialogs that add no `<style>` element.
 */
export function atlaskit(): Plugin {
  return {
    name: 'atlaskit',
    config: () => ({
      resolve: {
        alias: [
          {
            find: /^@atlaskit\/feature-gate-js-client(\/.*)?$/,
            replacement: fileURLToPath(new URL('./featureGates.ts', import.meta.url)),
          },
          {
            find: /^react-scrolllock$/,
            replacement: fileURLToPath(new URL('./scrollLock.ts', import.meta.url)),
          },
        ],
      },
    }),
    resolveId: (id) => (id === TOKENS ? `\0${TOKENS}` : undefined),
    load: (id) => (id === `\0${TOKENS}` ? tokenSheet() : undefined),
  };
}
