import { expect, test } from 'vitest';
import { incidentMarkdown } from './incidentMarkdown.ts';
import { silenceUrl } from './silenceUrl.ts';

const incident = {
  id: 'i1',
  number: 12,
  title: 'Checkout is slow',
  service: 'checkout',
  severity: 'HIGH',
  status: 'ACKNOWLEDGED',
  acknowledgedAt: '2026-01-01T10:00:00.000Z',
  acknowledgedBy: 'Ana',
  assignee: null,
} as const;
const linkOf = (number: number) => `https://vigil.example/incidents/${number}`;

test('an incident is a link, and its facts', () => {
  expect(incidentMarkdown({ ...incident, reason: 'error rate' }, linkOf)).toBe(
    [
      '**[#12 Checkout is slow](https://vigil.example/incidents/12)**',
      '',
      '- Severity: High',
      '- Status: Acknowledged by Ana',
      '- Service: checkout',
      '- Why: error rate',
      '',
    ].join('\n'),
  );
});

test('a title cannot become a link, an image or a heading of its own', () => {
  const title = '![x](https://evil.example)\n# Heading <b>';
  expect(incidentMarkdown({ ...incident, title }, linkOf)).toContain(
    '#12 \\!\\[x\\]\\(https://evil.example\\) \\# Heading \\<b\\>',
  );
});

test('a silence like this is about its service and its title, whatever stands in them', () => {
  const url = new URL(silenceUrl({ service: 'a&b', title: 'Say "no" \\ now' }), 'http://localhost');
  expect(url.searchParams.get('matcher')).toBe('service="a&b",title="Say \\"no\\" \\\\ now"');
  expect(url.searchParams.get('new')).toBe('1');
});
