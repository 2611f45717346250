import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { atlaskit } from './vite/atlaskit.mts';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  // Jira serves the page below a path that is not known when it is built.
  base: './',
  plugins: [react(), atlaskit()],
  // The build of it that carries what Node.js has and browsers lack.
  resolve: { alias: { 'csv-stringify/sync': 'csv-stringify/browser/esm/sync' } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // The content security policy allows scripts, styles, fonts and images from files, not from data in them.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
