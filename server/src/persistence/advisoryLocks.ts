/**
 * The advisory locks of this database, each held by one server at a time. The numbers are arbitrary and must differ, also from those of
 * other users of the database; older and newer servers work side by side, so a number never gets another meaning.
 */
export const advisoryLocks = {
  /** Migrates. */
  migration: 7_106_111,
  /** Changes the signals' partitions. */
  partitions: 7_106_112,
  /** Makes the queues of jobs. */
  jobQueues: 7_106_113,
  /** Changes the catalogue. */
  catalogue: 7_106_114,
  /** Decides on what is read, or stores what was decided. */
  ingest: 7_106_115,
  /** Counts CRITICAL incidents, so that one of two transactions sees the last. */
  systemic: 7_106_116,
  /** Builds the metrics' rollups of what was there before them. */
  rollups: 7_106_117,
  /** Changes the policy. */
  policy: 7_106_120,
  /** Brings in incidents of another tool. */
  incidentImport: 7_106_122,
  /** Together with a target's hash: says what goes to the target. */
  target: 7_106_121,
} as const;
