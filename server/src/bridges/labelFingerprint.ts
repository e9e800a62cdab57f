const offsetBasis = 14_695_981_039_346_656_037n;
const prime = 1_099_511_628_211n;
const separator = 0xff;

/**
 * The fingerprint of a label set as Prometheus makes it: FNV-1a of 64 bits over names and values in the order of the names, each
 * followed by 0xff (`LabelSet.Fingerprint` in prometheus/common). So alerts of Alertmanagers that leave it out are the same
 * alerts once they send it.
 */
export function labelFingerprint(labels: Iterable<readonly [name: string, value: string]>): string {
  let hash = offsetBasis;
  const add = (byte: number) => {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * prime);
  };
  const sorted = [...labels].sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  for (const pair of sorted) {
    for (const text of pair) {
      for (const byte of Buffer.from(text, 'utf8')) add(byte);
      add(separator);
    }
  }
  return hash.toString(16).padStart(16, '0');
}
