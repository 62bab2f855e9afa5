//! Deflate with a dictionary that both sides know, so that what every scenario says costs next to nothing.

use miniz_oxide::DataFormat;
use miniz_oxide::deflate::CompressionLevel;
use miniz_oxide::deflate::core::{CompressorOxide, TDEFLFlush, compress_to_output};
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};

/// What scenarios commonly say, the commonest last. It belongs to version 1 of the link: a changed dictionary needs
/// a new version, as links that were made with this one must open for ever.
pub(super) const DICTIONARY: &str = include_str!("dictionary.txt");

/// Why bytes cannot be unpacked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum UnpackProblem {
    /// They unpack to more than is allowed.
    TooLarge,
    /// Their end is missing.
    Truncated,
    /// They are nothing that was packed.
    Damaged,
}

/// Packs some bytes.
pub(super) fn pack(bytes: &[u8]) -> Vec<u8> {
    let mut packer =
        Box::new(CompressorOxide::with_format_and_level(DataFormat::Raw, CompressionLevel::BestCompression));
    // What the dictionary packs to is thrown away; what follows may refer to it.
    compress_to_output(&mut packer, DICTIONARY.as_bytes(), TDEFLFlush::Sync, |_| true);
    let mut packed = Vec::new();
    compress_to_output(&mut packer, bytes, TDEFLFlush::Finish, |part| {
        packed.extend_from_slice(part);
        true
    });
    packed
}

/// Unpacks to at most `limit` bytes; no more memory than that is used, whatever the bytes claim.
pub(super) fn unpack(mut packed: &[u8], limit: usize) -> Result<Vec<u8>, UnpackProblem> {
    let known = DICTIONARY.len();
    let most = known + limit;
    let mut unpacker = Box::<DecompressorOxide>::default();
    let mut room = DICTIONARY.as_bytes().to_vec();
    room.resize((known + packed.len().saturating_mul(8)).clamp(known + 1, most), 0);
    let mut filled = known;
    loop {
        let flags = TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
        let (status, read, written) = decompress(&mut unpacker, packed, &mut room, filled, flags);
        filled += written;
        packed = packed.get(read..).unwrap_or_default();
        match status {
            TINFLStatus::Done if packed.is_empty() => {
                room.truncate(filled);
                return Ok(room.split_off(known.min(filled)));
            }
            TINFLStatus::HasMoreOutput if room.len() >= most => return Err(UnpackProblem::TooLarge),
            TINFLStatus::HasMoreOutput => room.resize((room.len() * 2).min(most), 0),
            TINFLStatus::FailedCannotMakeProgress | TINFLStatus::NeedsMoreInput => {
                return Err(UnpackProblem::Truncated);
            }
            _ => return Err(UnpackProblem::Damaged),
        }
    }
}
