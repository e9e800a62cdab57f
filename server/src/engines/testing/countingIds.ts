import type { NewId } from '../../domain/ids.ts';

/** Ids that count up, so that what an engine makes can be told apart and repeated. */
export function countingIds(): NewId {
  let last = 0;
  return <Id extends string>() => {
    last += 1;
    return `id-${last}` as Id;
  };
}
