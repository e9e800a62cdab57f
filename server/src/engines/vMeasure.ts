/** How well clusters agree with classes; all but the counts are 0 to 1. */
export interface Agreement {
  readonly items: number;
  readonly clusters: number;
  /** 1 when every cluster holds members of one class only. */
  readonly homogeneity: number;
  /** 1 when all members of each class are in one cluster. */
  readonly completeness: number;
  /** Their harmonic mean; 0 when both are 0. */
  readonly vMeasure: number;
}

/**
 * Homogeneity, completeness and V-measure of a clustering, from pairs of class and cluster:
 * h = 1 − H(C|K)/H(C), c = 1 − H(K|C)/H(K), V = 2hc/(h + c); h is 1 where H(C) is 0, and c where H(K) is.
 * Rosenberg and Hirschberg, V-Measure: A Conditional Entropy-Based External Cluster Evaluation Measure, EMNLP-CoNLL 2007, with β = 1.
 */
export function agreementOf(pairs: Iterable<readonly [ofClass: string, cluster: string]>): Agreement {
  const classes = new Map<string, number>();
  const clusters = new Map<string, number>();
  const both = new Map<string, number>();
  let items = 0;
  for (const [ofClass, cluster] of pairs) {
    items += 1;
    count(classes, ofClass);
    count(clusters, cluster);
    count(both, JSON.stringify([ofClass, cluster]));
  }
  const [entropyOfClasses, entropyOfClusters, joint] = [classes, clusters, both].map((counts) =>
    entropy(counts, items),
  );
  const homogeneity = kept((joint ?? 0) - (entropyOfClusters ?? 0), entropyOfClasses ?? 0);
  const completeness = kept((joint ?? 0) - (entropyOfClasses ?? 0), entropyOfClusters ?? 0);
  const sum = homogeneity + completeness;
  const vMeasure = sum === 0 ? 0 : (2 * homogeneity * completeness) / sum;
  return { items, clusters: clusters.size, homogeneity, completeness, vMeasure };
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** In nats. */
function entropy(counts: ReadonlyMap<string, number>, items: number): number {
  let sum = 0;
  for (const times of counts.values()) sum -= (times / items) * Math.log(times / items);
  return sum;
}

/** Differences of sums of logarithms are a little off: what is 0 may come out below it. */
function kept(conditional: number, whole: number): number {
  return whole === 0 ? 1 : Math.min(1, Math.max(0, 1 - conditional / whole));
}
