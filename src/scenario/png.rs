//! A scenario inside a PNG picture: an iTXt chunk with its keyword, length and CRC, put in and taken out.

use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;

use super::wire::OpenProblem;
use crate::base::checksum::crc32;

/// How every PNG begins.
pub const SIGNATURE: [u8; 8] = [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a];
/// The keyword of the chunk.
const KEYWORD: &[u8] = b"delivery-lab";
/// What a chunk has besides its content: length, type and CRC.
const AROUND: usize = 12;
/// The most that a text packed by another program may unpack to, in bytes.
const MAX_UNPACKED: usize = 4 << 20;

/// The picture with the text of a scenario file inside, behind its header; none where it is no PNG.
pub fn with_scenario(png: &[u8], json: &str) -> Option<Vec<u8>> {
    let header = Chunks::of(png)?.next()?.ok()?;
    let at = SIGNATURE.len() + AROUND + header.content.len();
    let mut content = KEYWORD.to_vec();
    // The keyword's end; not packed; packed by the only way there is; no language, no translated keyword.
    content.extend_from_slice(&[0, 0, 0, 0, 0]);
    content.extend_from_slice(json.as_bytes());
    let length = u32::try_from(content.len()).ok().filter(|length| *length <= i32::MAX as u32)?;
    let mut chunk = b"iTXt".to_vec();
    chunk.append(&mut content);
    let sum = crc32(&chunk);
    let mut with = Vec::with_capacity(png.len() + chunk.len() + AROUND);
    with.extend_from_slice(&png[..at]);
    with.extend_from_slice(&length.to_be_bytes());
    with.append(&mut chunk);
    with.extend_from_slice(&sum.to_be_bytes());
    with.extend_from_slice(&png[at..]);
    Some(with)
}

/// The text of the scenario file inside a PNG.
///
/// # Errors
/// When the picture is damaged, or has no scenario inside.
pub fn scenario_in(png: &[u8]) -> Result<Vec<u8>, OpenProblem> {
    for chunk in Chunks::of(png).ok_or(OpenProblem::DamagedPicture)? {
        let chunk = chunk.map_err(|()| OpenProblem::DamagedPicture)?;
        if chunk.kind != b"iTXt" {
            continue;
        }
        let Some(rest) = chunk.content.strip_prefix(KEYWORD).and_then(|rest| rest.strip_prefix(&[0])) else {
            continue;
        };
        if !chunk.is_whole() {
            return Err(OpenProblem::DamagedPicture);
        }
        return text_of(rest).ok_or(OpenProblem::DamagedPicture);
    }
    Err(OpenProblem::NothingInside)
}

/// The text behind the keyword of an iTXt chunk.
fn text_of(rest: &[u8]) -> Option<Vec<u8>> {
    let (&[is_packed, _way], rest) = rest.split_first_chunk::<2>()?;
    let after_zero = |text: &'_ [u8]| text.iter().position(|byte| *byte == 0).map(|zero| zero + 1);
    let rest = &rest[after_zero(rest)?..];
    let text = &rest[after_zero(rest)?..];
    match is_packed {
        0 => Some(text.to_vec()),
        _ => decompress_to_vec_zlib_with_limit(text, MAX_UNPACKED).ok(),
    }
}

/// The chunks of a PNG, one after the other, until the first that is not whole.
struct Chunks<'p> {
    rest: &'p [u8],
}

struct Chunk<'p> {
    kind: &'p [u8],
    content: &'p [u8],
    /// Type and content, over which the sum is made.
    summed: &'p [u8],
    sum: u32,
}

impl<'p> Chunks<'p> {
    fn of(png: &'p [u8]) -> Option<Self> {
        Some(Self { rest: png.strip_prefix(&SIGNATURE)? })
    }
}

impl<'p> Iterator for Chunks<'p> {
    type Item = Result<Chunk<'p>, ()>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let Some((chunk, rest)) = Chunk::first(self.rest) else {
            self.rest = &[];
            return Some(Err(()));
        };
        // What lies behind the end is not the picture's.
        self.rest = if chunk.kind == b"IEND" { &[] } else { rest };
        Some(Ok(chunk))
    }
}

impl<'p> Chunk<'p> {
    fn first(bytes: &'p [u8]) -> Option<(Self, &'p [u8])> {
        let (length, bytes) = bytes.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        let (summed, bytes) = bytes.split_at_checked(length.checked_add(4)?)?;
        let (sum, bytes) = bytes.split_first_chunk::<4>()?;
        let (kind, content) = summed.split_at_checked(4)?;
        Some((Self { kind, content, summed, sum: u32::from_be_bytes(*sum) }, bytes))
    }

    /// Whether its content is as it was written.
    fn is_whole(&self) -> bool {
        crc32(self.summed) == self.sum
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A picture of one white point, as every program writes it.
    const POINT: &[u8] = b"\x89PNG\x0d\x0a\x1a\x0a\x00\x00\x00\x0dIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00:~\x9bU\x00\x00\x00\x0a\
        IDATx\x9cc\xf8\x0f\x00\x01\x01\x01\x00\xb18\xf6\x14\x00\x00\x00\x00IEND\xaeB`\x82";

    #[test]
    fn a_text_goes_in_and_comes_out() {
        let json = "{\"name\":\"Å & <b>\"}";
        let with = with_scenario(POINT, json).unwrap();
        assert_eq!(scenario_in(&with).unwrap(), json.as_bytes());
        let kinds: Vec<_> = Chunks::of(&with).unwrap().map(|chunk| chunk.ok().unwrap()).collect();
        assert!(kinds.iter().all(Chunk::is_whole), "every sum is right");
        assert_eq!(kinds.len(), 4);
    }

    #[test]
    fn a_picture_without_one_says_so_and_a_damaged_one_too() {
        assert_eq!(scenario_in(POINT), Err(OpenProblem::NothingInside));
        assert_eq!(with_scenario(b"GIF89a", "{}"), None);
        let with = with_scenario(POINT, "{\"name\":\"x\"}").unwrap();
        for end in SIGNATURE.len() + 1..with.len() - 1 {
            let cut = scenario_in(&with[..end]);
            assert!(
                cut.is_ok()
                    || cut == Err(OpenProblem::DamagedPicture)
                    || cut == Err(OpenProblem::NothingInside)
            );
        }
        let mut changed = with.clone();
        let at = with.windows(4).position(|four| four == b"name").unwrap();
        changed[at] = b'N';
        assert_eq!(scenario_in(&changed), Err(OpenProblem::DamagedPicture));
        let mut endless = with;
        endless[SIGNATURE.len()] = 0xff;
        assert_eq!(scenario_in(&endless), Err(OpenProblem::DamagedPicture));
    }

    #[test]
    fn a_packed_text_is_read_up_to_a_limit() {
        let packed = |text: &[u8]| {
            let mut content = b"iTXtdelivery-lab\0\x01\0\0\0".to_vec();
            content.extend(miniz_oxide::deflate::compress_to_vec_zlib(text, 9));
            let mut png = SIGNATURE.to_vec();
            png.extend(u32::try_from(content.len() - 4).unwrap().to_be_bytes());
            png.extend(&content);
            png.extend(crc32(&content).to_be_bytes());
            scenario_in(&png)
        };
        assert_eq!(packed(b"{}"), Ok(b"{}".to_vec()));
        assert_eq!(packed(&vec![b' '; 100 << 20]), Err(OpenProblem::DamagedPicture));
    }
}
