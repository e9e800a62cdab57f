import { describe, expect, it } from 'vitest';
import { joinTexts, splitTexts } from './textList.ts';

describe('texts in a URL', () => {
  it.each([[[]], [['api']], [['api', 'web']], [['a,b', 'c\\d', '\\,']], [['line\nline', 'ünï']]])(
    '%j are read as they were written',
    (texts) => expect(splitTexts(joinTexts(texts))).toEqual(texts),
  );

  it('leaves out what is empty or twice there', () => expect(splitTexts(',a,,b,a,')).toEqual(['a', 'b']));
});
