/**
 * Rounds parts to two decimals so that the rounded parts add up to the rounded total, by the method of largest remainders:
 * whoever adds up what is on the screen gets what is on the screen. Where the parts do not add up to the total in the first
 * place (by more than half a hundredth) each is rounded for itself, so that the difference stays visible.
 */
export function roundToSum(parts: readonly number[], total: number): readonly number[] {
  const sum = parts.reduce((subtotal, part) => subtotal + part, 0);
  const hundredths = parts.map((part) => part * 100);
  if (Math.abs(sum - total) > 0.005) return hundredths.map((part) => Math.round(part) / 100);
  const floors = hundredths.map((part) => Math.floor(part));
  let missing = Math.round(total * 100) - floors.reduce((subtotal, floor) => subtotal + floor, 0);
  const byRemainder = hundredths
    .map((part, index) => ({ index, remainder: part - Math.floor(part) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  const rounded = [...floors];
  for (const { index } of byRemainder) {
    if (missing <= 0) break;
    rounded[index] = (rounded[index] ?? 0) + 1;
    missing -= 1;
  }
  return rounded.map((part) => part / 100);
}
