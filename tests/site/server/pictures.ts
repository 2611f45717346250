import type { Hono } from 'hono';
import type { IssueType } from '../jira/model';
import type { Site } from '../site';

const svg = (body: string): Response =>
  new Response(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">${body}</svg>`, {
    headers: { 'content-type': 'image/svg+xml', 'cache-control': 'max-age=3600' },
  });

const tile = (color: string, sign: string): string =>
  `<rect width="16" height="16" rx="3" fill="${color}"/><g fill="none" stroke="#fff" stroke-width="1.6">${sign}</g>`;

const CHECK = '<path d="M4 8.3l2.7 2.7L12 5.5"/>';

function typePicture({ name, hierarchyLevel }: IssueType): string {
  if (/bug|defect|incident/i.test(name)) return tile('#E2483D', '<circle cx="8" cy="8" r="3" fill="#fff"/>');
  if (hierarchyLevel > 1) return tile('#1D7AFC', '<path d="M4 12V4l8 2.5L4 9"/>');
  if (hierarchyLevel === 1) return tile('#8F7EE7', '<path d="M9 3L5 9h3l-1 4 4-6H8z" fill="#fff" stroke="none"/>');
  if (hierarchyLevel < 0) return tile('#388BFF', '<rect x="4" y="4" width="5" height="5"/><path d="M7 12h5V7"/>');
  if (/story/i.test(name)) return tile('#4BAA55', '<path d="M5 4h6v8.5L8 10l-3 2.5z" fill="#fff" stroke="none"/>');
  return tile('#388BFF', CHECK);
}

const COLORS = ['#0C66E4', '#5E4DB2', '#1F845A', '#A54800', '#AE2A19', '#206A83', '#943D73', '#44546F'];

const sum = (text: string): number => [...text].reduce((total, char) => total + (char.codePointAt(0) ?? 0), 0);

function face(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const initials = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0] ?? '').join('');
  const letters = initials.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();
  const color = COLORS[sum(name) % COLORS.length] ?? '#44546F';
  const font = 'font-family="system-ui, sans-serif" font-weight="600" font-size="6.5"';
  return `<circle cx="8" cy="8" r="8" fill="${color}"/><text x="8" y="10.4" text-anchor="middle" fill="#fff" ${font}>${letters}</text>`;
}

/** The pictures that Jira's answers point to: of people, projects and issue types. */
export function pictureRoutes(server: Hono, { jira }: Site): void {
  server.get('/rest/api/3/universal_avatar/view/type/:kind/avatar/:id', (c) => {
    const { kind, id } = c.req.param();
    if (kind === 'issuetype') {
      const type = jira.catalogue.issueTypes().find((one) => one.id === id);
      return type ? svg(typePicture(type)) : c.notFound();
    }
    const project = jira.projects().find((one) => one.id === id);
    const color = COLORS[sum(project?.key ?? '') % COLORS.length] ?? '#44546F';
    return svg(tile(color, '<path d="M4 11.5V8M8 11.5v-7M12 11.5V6.5"/>'));
  });
  server.get('/avatars/:accountId', (c) => {
    const user = jira.user(c.req.param('accountId'));
    return user ? svg(face(user.displayName)) : c.notFound();
  });
}
