//! Estimates: how many bytes a plane takes once compressed, without compressing it. Integers only, so that the same
//! block is encoded the same way on every machine.

use super::page::low_byte;

/// Counts of the 256 byte values.
pub(super) type Histogram = [u32; 256];

/// The noise probe looks at this many bytes, at four places.
const PROBE: usize = 4096;

/// Fraction bits of [`log2`].
const FRACTION: u32 = 12;

/// Binary logarithms of 1 + i/256, times 2^12.
const LOG2: [u32; 257] = {
    let mut table = [0; 257];
    let mut i = 0;
    while i < table.len() {
        // Squaring doubles the logarithm: each time the square passes 2, the next binary digit is 1.
        let mut x = (256 + i as u64) << 22;
        let mut log = 0;
        if i == 256 {
            log = 1 << FRACTION;
        } else {
            let mut bit = 1 << (FRACTION - 1);
            while bit > 0 {
                x = (x * x) >> 30;
                if x >= 2 << 30 {
                    log += bit;
                    x >>= 1;
                }
                bit >>= 1;
            }
        }
        table[i] = log;
        i += 1;
    }
    table
};

/// Binary logarithm of a number that is not 0, times 2^12 (good to about 1 %).
fn log2(x: u32) -> u32 {
    let whole = x.ilog2();
    // The eight bits after the leading one.
    let fraction = if whole >= 8 { x >> (whole - 8) } else { x << (8 - whole) } & 0xff;
    (whole << FRACTION) + LOG2[fraction as usize]
}

/// Bits that an order-0 entropy coder needs for bytes with this histogram.
pub(super) fn entropy_bits(histogram: &Histogram) -> u64 {
    let total: u32 = histogram.iter().sum();
    if total == 0 {
        return 0;
    }
    let whole = u64::from(log2(total));
    let scaled: u64 = histogram
        .iter()
        .filter(|&&count| count > 0)
        .map(|&count| u64::from(count) * whole.saturating_sub(u64::from(log2(count))))
        .sum();
    scaled >> FRACTION
}

/// Adds bytes to a histogram. Four partial ones keep equal neighbours from waiting for each other.
pub(super) fn count_bytes(bytes: &[u8], histogram: &mut Histogram) {
    let mut parts = [[0u32; 256]; 4];
    let mut fours = bytes.chunks_exact(4);
    for four in &mut fours {
        for (part, &byte) in parts.iter_mut().zip(four) {
            part[usize::from(byte)] += 1;
        }
    }
    for &byte in fours.remainder() {
        parts[0][usize::from(byte)] += 1;
    }
    for (i, total) in histogram.iter_mut().enumerate() {
        *total += parts.iter().map(|part| part[i]).sum::<u32>();
    }
}

/// True when a plane looks like noise, which no method makes smaller: entropy over 7.9 bits a byte at four places,
/// and neighbours no more often equal than chance has it.
pub(super) fn is_noise(bytes: &[u8]) -> bool {
    if bytes.len() < PROBE {
        return false;
    }
    let mut histogram = [0; 256];
    let mut equal = 0;
    let mut probed = 0;
    let step = (bytes.len() - PROBE) / 3;
    // A short plane is read once, a long one at four places.
    let places = if step < PROBE { 1 } else { 4 };
    for place in 0..places {
        let part = if places == 1 { &bytes[..bytes.len().min(4 * PROBE)] } else { &bytes[place * step..][..PROBE] };
        count_bytes(part, &mut histogram);
        equal += part.iter().zip(&part[1..]).filter(|(a, b)| a == b).count();
        probed += part.len();
    }
    let probed_bits = probed as u64;
    equal * 64 < probed && entropy_bits(&histogram) * 10 > probed_bits * 79
}

/// Bytes that the planes of these numbers take: what [`super::page`] will make of each.
pub(super) fn planes_cost(values: &[u64]) -> u64 {
    let any = values.iter().fold(0, |any, &value| any | value);
    let width = (64 - any.leading_zeros()).div_ceil(8);
    let mut bits = 0;
    for plane in 0..width {
        let mut histogram = [0; 256];
        for &value in values {
            histogram[usize::from(low_byte(value >> (8 * plane)))] += 1;
        }
        let entropy = entropy_bits(&histogram);
        // Huffman codes have whole bits: a symbol takes at least one, unless matches catch long runs.
        let rows = values.len() as u64;
        bits += if entropy < rows { entropy.midpoint(entropy.max(rows / 2)) } else { entropy };
    }
    bits / 8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logarithms_are_close() {
        for x in [1_u32, 2, 3, 5, 255, 256, 257, 1000, 65_535, 1 << 20, u32::MAX] {
            let exact = f64::from(x).log2();
            let ours = f64::from(log2(x)) / 4096.0;
            assert!((exact - ours).abs() < 0.01, "log2({x}) = {exact}, not {ours}");
        }
    }

    #[test]
    fn entropy_of_noise_and_of_one_value() {
        assert_eq!(entropy_bits(&[7; 256]), 256 * 7 * 8);
        let mut one = [0; 256];
        one[9] = 1000;
        assert_eq!(entropy_bits(&one), 0);
    }

    #[test]
    fn count_covers_every_byte() {
        let bytes: Vec<u8> = (0..=255).chain(0..=2).collect();
        let mut histogram = [0; 256];
        count_bytes(&bytes, &mut histogram);
        assert_eq!(histogram[..4], [2, 2, 2, 1]);
        assert_eq!(histogram.iter().sum::<u32>(), 259);
    }

    #[test]
    fn wide_numbers_cost_more() {
        let narrow: Vec<u64> = (0..2000).map(|i| i * 7 % 256).collect();
        let wide: Vec<u64> = (0..2000_u64).map(|i| i.wrapping_mul(0x9e37_79b9_7f4a_7c15)).collect();
        assert!(planes_cost(&narrow) < 2100);
        assert!(planes_cost(&wide) > 15_000);
    }
}
