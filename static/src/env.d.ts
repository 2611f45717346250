/// <reference types="vite/client" />

declare module 'virtual:atlassian-tokens.css';
