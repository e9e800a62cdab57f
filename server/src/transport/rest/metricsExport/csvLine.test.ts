import { expect, test } from 'vitest';
import { csvLine } from './csvLine.ts';

test.each<[string, (string | number | null)[], string]>([
  ['texts and numbers stand as they are', ['checkout', 1.5, -2, 'a b'], 'checkout,1.5,-2,a b\r\n'],
  ['null is empty', [null, '', 0], ',,0\r\n'],
  ['quotes are doubled', ['say "hi"'], '"say ""hi"""\r\n'],
  ['commas and ends of lines stand in quotes', ['a,b', 'a\nb', 'a\r\nb'], '"a,b","a\nb","a\r\nb"\r\n'],
  ['what a spreadsheet would run is text', ['=1+1', '+1', '-1', '@SUM(A1)', '\tx'], "'=1+1,'+1,'-1,'@SUM(A1),'\tx\r\n"],
  ['also in quotes', ['=HYPERLINK("http://x","y")'], `"'=HYPERLINK(""http://x"",""y"")"\r\n`],
  ['what holds a sign further on is left alone', ['a=1', 'a-b'], 'a=1,a-b\r\n'],
])('%s', (_, values, line) => {
  expect(csvLine(values)).toBe(line);
});
