export interface ServiceLevelCounts {
  /** Acknowledged in time. */
  readonly met: number;
  /** Acknowledged later, or not yet though the time is over. */
  readonly missed: number;
}

export interface ServiceLevelShares {
  /** Null where nothing is decided. */
  readonly share: number | null;
  /** 1 is all of the error budget, 0 none of it, less than 0 overdrawn; null where nothing is decided. */
  readonly errorBudgetLeft: number | null;
}

/** How well an objective (a share, 0 to less than 1) was kept, and what of the (1 − objective) that may be missed is left. */
export function serviceLevelShares({ met, missed }: ServiceLevelCounts, objective: number): ServiceLevelShares {
  const decided = met + missed;
  if (decided === 0) return { share: null, errorBudgetLeft: null };
  return { share: met / decided, errorBudgetLeft: 1 - missed / (decided * (1 - objective)) };
}
