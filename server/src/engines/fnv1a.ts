/** The offset basis 6c62272e07bb014262b821756295c58d, 16 bits a limb, lowest first. */
const offsetBasis = [0xc58d, 0x6295, 0x2175, 0x62b8, 0x0142, 0x07bb, 0x272e, 0x6c62];
const limbs = 8;

/**
 * FNV-1a of 128 bits as 32 hexadecimal digits, for text of any length. Tells keys apart; it is no protection against forgery.
 * The prime is 2^88 + 0x13b. ASCII is hashed as its bytes; any other UTF-16 unit as 0xff and its two bytes, which keeps units apart
 * without encoding the text. See http://www.isthe.com/chongo/tech/comp/fnv/.
 */
export function fnv1a128(text: string): string {
  let hash = offsetBasis;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) hash = withByte(hash, unit);
    else for (const byte of [0xff, unit >> 8, unit & 0xff]) hash = withByte(hash, byte);
  }
  return hash
    .map((limb) => limb.toString(16).padStart(4, '0'))
    .reverse()
    .join('');
}

function withByte(hash: readonly number[], byte: number): number[] {
  const mixed = [(hash[0] ?? 0) ^ byte, ...hash.slice(1)];
  const product: number[] = [];
  let carry = 0;
  for (let limb = 0; limb < limbs; limb += 1) {
    // 88 bits are five limbs and a half: the shifted number takes the low byte of one limb and the high byte of the one below.
    const shifted = (((mixed[limb - 5] ?? 0) << 8) & 0xffff) | ((mixed[limb - 6] ?? 0) >> 8);
    const sum = (mixed[limb] ?? 0) * 0x13b + shifted + carry;
    product.push(sum & 0xffff);
    carry = Math.floor(sum / 0x10000);
  }
  return product;
}
