import { describe, expect, it } from 'vitest';
import { safeUrl } from './safeUrl.ts';

describe('safeUrl', () => {
  it.each([
    ['https://grafana.example/d/1?a=b#c', 'https://grafana.example/d/1?a=b#c'],
    ['http://localhost:3000', 'http://localhost:3000/'],
    ['HTTPS://EXAMPLE.com/', 'https://example.com/'],
    ['https://bücher.example/', 'https://xn--bcher-kva.example/'],
  ])('lets %s through', (raw, href) => {
    expect(safeUrl(raw)).toBe(href);
  });

  it.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://example.com/1',
    '//example.com',
    '/incidents/1',
    'example.com',
    '',
    'https://',
    'https://bank.example@evil.example/',
    'https://user:secret@example.com/',
  ])('refuses %j', (raw) => {
    expect(safeUrl(raw)).toBeUndefined();
  });
});
