/** For parts that log, where a test does not look at it. */
export const silentLog = { info: () => {}, warn: () => {}, error: () => {} };
