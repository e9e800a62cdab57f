const contextLines = 3;
/** Past so many comparisons the part in the middle is shown as replaced as a whole. */
const mostCells = 4_000_000;

interface Line {
  readonly mark: ' ' | '-' | '+';
  readonly text: string;
}

/** The lines that differ between two texts, as `diff -u` shows them; empty when they are equal. */
export function unifiedDiff(before: string, after: string, [nameBefore, nameAfter]: readonly [string, string]): string {
  if (before === after) return '';
  const lines = compare(linesOf(before), linesOf(after));
  const hunks = hunksOf(lines).map((hunk) => formatHunk(lines, hunk));
  return [`--- ${nameBefore}`, `+++ ${nameAfter}`, ...hunks].join('\n').concat('\n');
}

function linesOf(text: string): string[] {
  return text.replace(/\n$/, '').split('\n');
}

function compare(before: readonly string[], after: readonly string[]): Line[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1;
  let tail = 0;
  while (
    tail < before.length - head &&
    tail < after.length - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  ) {
    tail += 1;
  }
  return [
    ...marked(' ', before.slice(0, head)),
    ...compareMiddle(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    ...marked(' ', before.slice(before.length - tail)),
  ];
}

/** By the longest common subsequence. */
function compareMiddle(before: readonly string[], after: readonly string[]): Line[] {
  if (before.length * after.length > mostCells) return [...marked('-', before), ...marked('+', after)];
  const width = after.length + 1;
  const lengths = new Uint32Array((before.length + 1) * width);
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0;
  for (let row = before.length - 1; row >= 0; row -= 1) {
    for (let column = after.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        before[row] === after[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const lines: Line[] = [];
  let row = 0;
  let column = 0;
  while (row < before.length || column < after.length) {
    const [was, is] = [before[row], after[column]];
    if (was !== undefined && was === is) {
      lines.push({ mark: ' ', text: was });
      row += 1;
      column += 1;
    } else if (was !== undefined && (is === undefined || at(row + 1, column) >= at(row, column + 1))) {
      lines.push({ mark: '-', text: was });
      row += 1;
    } else {
      lines.push({ mark: '+', text: is ?? '' });
      column += 1;
    }
  }
  return lines;
}

function marked(mark: Line['mark'], texts: readonly string[]): Line[] {
  return texts.map((text) => ({ mark, text }));
}

/** Stretches of lines around what changed, `from` included and `to` excluded. */
function hunksOf(lines: readonly Line[]): { from: number; to: number }[] {
  const hunks: { from: number; to: number }[] = [];
  for (const [place, { mark }] of lines.entries()) {
    if (mark === ' ') continue;
    const last = hunks.at(-1);
    const to = Math.min(lines.length, place + 1 + contextLines);
    const from = Math.max(0, place - contextLines);
    if (last !== undefined && from <= last.to) last.to = to;
    else hunks.push({ from, to });
  }
  return hunks;
}

function formatHunk(lines: readonly Line[], { from, to }: { from: number; to: number }): string {
  const count = (some: readonly Line[], other: Line['mark']) => some.filter(({ mark }) => mark !== other).length;
  const earlier = lines.slice(0, from);
  const own = lines.slice(from, to);
  const range = (mark: Line['mark']) => {
    const length = count(own, mark);
    return `${count(earlier, mark) + (length > 0 ? 1 : 0)},${length}`;
  };
  return [`@@ -${range('+')} +${range('-')} @@`, ...own.map(({ mark, text }) => `${mark}${text}`)].join('\n');
}
