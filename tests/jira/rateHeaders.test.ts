import { rateSignal } from '../../src/jira/rateHeaders';

const NOW = Date.UTC(2026, 2, 26, 16, 24);
const of = (headers: Record<string, string>) => rateSignal(new Headers(headers), NOW);

test('an answer that says nothing of limits says nothing', () => {
  expect(of({})).toEqual({ quota: null, left: null, retryAt: null, reason: null });
});

test('a quota is shared or the site’s own, whatever else is listed beside it', () => {
  expect(of({ 'RateLimit-Policy': '"global-app-quota";q=65000;w=3600' }).quota).toEqual({ points: 65_000, own: false });
  const two = '"jira-burst-based";q=350;w=1, "tenant-app-quota";q=100100;w=3600';
  expect(of({ 'RateLimit-Policy': two }).quota).toEqual({ points: 100_100, own: true });
  expect(of({ 'Beta-RateLimit-Policy': two }).quota).toEqual({ points: 100_100, own: true });
  expect(of({ 'RateLimit-Policy': '"jira-burst-based";q=350;w=1' }).quota).toBeNull();
});

test('what is left is told once little is', () => {
  expect(of({ RateLimit: '"global-app-quota";t=2107' }).left).toBeNull();
  const little = { points: 9000, resetAt: NOW + 2_107_000 };
  expect(of({ RateLimit: '"jira-burst-based";r=349;t=1, "global-app-quota";r=9000;t=2107' }).left).toEqual(little);
  expect(of({ RateLimit: '"global-app-quota";r=0;t=2107' }).left?.points).toBe(0);
});

test('a refusal says when to come again: after seconds, or else at an instant', () => {
  const refused = of({ 'Retry-After': '1847', 'RateLimit-Reason': 'jira-quota-global-based' });
  expect(refused).toMatchObject({ retryAt: NOW + 1_847_000, reason: 'jira-quota-global-based' });
  expect(of({ 'X-RateLimit-Reset': '2026-03-26T17:00Z' }).retryAt).toBe(Date.UTC(2026, 2, 26, 17));
  expect(of({ 'X-RateLimit-Reset': '2026-03-26T16:00:00Z' }).retryAt).toBe(NOW);
  expect(of({ 'Retry-After': 'soon', 'X-RateLimit-Reset': 'later' }).retryAt).toBeNull();
});
