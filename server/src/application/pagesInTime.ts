const pageSize = 2_000;
const shortestMs = 1;
const longestMs = 86_400_000;
const lowestId = '00000000-0000-0000-0000-000000000000';

/** Where a row is in the order of receipt. */
interface Position {
  readonly receivedAt: Date;
  readonly id: string;
}

/** The rows behind `after`, received before `to`. */
export interface PageInTime {
  readonly after: Position;
  readonly to: Date;
  readonly limit: number;
}

/**
 * The stored signals of a range in the order of their receipt, in pages. Each page is read from a stretch of time that is about as long as
 * it takes to fill it: the index knows where a stretch begins and ends, and nothing beyond it has to be sorted.
 * The next page is read while this one is worked on.
 */
export async function* pagesInTime<Row>(
  { from, to }: { readonly from: Date; readonly to: Date },
  readPage: (page: PageInTime) => Promise<Row[]>,
  positionOf: (row: Row) => Position,
): AsyncGenerator<readonly Row[], void> {
  let after: Position = { receivedAt: from, id: lowestId };
  let stretchMs = 60_000;
  let reading = read();
  try {
    for (;;) {
      const { page, end } = await reading;
      const last = page.at(-1);
      const full = last !== undefined && page.length === pageSize;
      after = full ? positionOf(last) : { receivedAt: end, id: lowestId };
      if (full) stretchMs = Math.max(shortestMs, stretchMs / 2);
      else if (page.length < pageSize / 4) stretchMs = Math.min(longestMs, stretchMs * 2);
      const over = !full && end >= to;
      if (!over) reading = read();
      if (page.length > 0) yield page;
      if (over) return;
    }
  } finally {
    // Whoever stopped listening does not wait for it.
    reading.catch(() => {});
  }

  async function read(): Promise<{ page: Row[]; end: Date }> {
    const end = new Date(Math.min(to.getTime(), after.receivedAt.getTime() + Math.ceil(stretchMs)));
    return { page: await readPage({ after, to: end, limit: pageSize }), end };
  }
}
