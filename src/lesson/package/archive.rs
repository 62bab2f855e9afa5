//! Writes a zip: deflated, with names in UTF-8 and no clock, so that the same files are the same bytes.

use miniz_oxide::deflate::compress_to_vec;

use crate::base::checksum::crc32;

/// The version of the format that is needed: deflate.
const VERSION: u16 = 20;
/// Made on Unix, so that the rights below are read.
const MADE_BY: u16 = 3 << 8 | VERSION;
/// Names are UTF-8.
const FLAGS: u16 = 1 << 11;
/// The first moment that the format knows: midnight of 1 January 1980.
const TIME: u16 = 0;
const DATE: u16 = 1 << 5 | 1;
/// A plain file that everybody may read.
const RIGHTS: u32 = 0o100_644 << 16;
const LEVEL: u8 = 6;

/// What the list at the end says of a file.
struct Listed<'f> {
    name: &'f str,
    head: Vec<u8>,
    offset: u32,
}

/// The zip of these files, each a name and its bytes; none where the format cannot hold them.
pub(super) fn write(files: &[(&str, &[u8])]) -> Option<Vec<u8>> {
    let mut zip = Vec::new();
    let mut list = Vec::new();
    for (name, bytes) in files {
        let offset = u32::try_from(zip.len()).ok()?;
        let packed = compress_to_vec(bytes, LEVEL);
        let (method, packed) = if packed.len() < bytes.len() { (8, &packed[..]) } else { (0, *bytes) };
        let head = head(name, method, bytes, packed.len())?;
        zip.extend(b"PK\x03\x04");
        zip.extend(&head);
        zip.extend(name.as_bytes());
        zip.extend(packed);
        list.push(Listed { name, head, offset });
    }
    let start = u32::try_from(zip.len()).ok()?;
    for Listed { name, head, offset } in &list {
        zip.extend(b"PK\x01\x02");
        zip.extend(MADE_BY.to_le_bytes());
        zip.extend(head);
        // No comment, the first disk, no text.
        zip.extend([0; 6]);
        zip.extend(RIGHTS.to_le_bytes());
        zip.extend(offset.to_le_bytes());
        zip.extend(name.as_bytes());
    }
    let size = u32::try_from(zip.len()).ok()?.checked_sub(start)?;
    let count = u16::try_from(list.len()).ok()?;
    zip.extend(b"PK\x05\x06\0\0\0\0");
    zip.extend([count, count].into_iter().flat_map(u16::to_le_bytes));
    zip.extend([size, start].into_iter().flat_map(u32::to_le_bytes));
    zip.extend([0; 2]);
    Some(zip)
}

/// What stands both before a file and in the list: from the version needed to the length of what is extra.
fn head(name: &str, method: u16, bytes: &[u8], packed: usize) -> Option<Vec<u8>> {
    let mut head = Vec::new();
    head.extend([VERSION, FLAGS, method, TIME, DATE].into_iter().flat_map(u16::to_le_bytes));
    let lengths = [u32::try_from(packed).ok()?, u32::try_from(bytes.len()).ok()?];
    head.extend([crc32(bytes)].into_iter().chain(lengths).flat_map(u32::to_le_bytes));
    head.extend([u16::try_from(name.len()).ok()?, 0].into_iter().flat_map(u16::to_le_bytes));
    Some(head)
}
