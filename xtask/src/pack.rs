//! Packs files of the site into a few elements of a page: those that are alike into one, as xz makes them small.
//!
//! Browsers unpack gzip by themselves; xz makes less than three quarters of that of the program, and needs 20 KB of script to unpack.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use anyhow::{Context as _, Result};
use base64ct::{Base64, Encoding as _};
use lzma_rust2::{CheckType, XzOptions, XzWriter};

use crate::{site, split, workspace};

/// What is packed together, by name: the files and folders of the site that are needed at once, or that are alike.
const PACKS: [(&str, &[&str]); 2] = [
    ("program", &["delivery_lab_bg.wasm", split::LATER[0], split::LATER[1], split::LATER[2]]),
    ("texts", &["course", "lang", "licences.txt"]),
];
/// How far back something may be repeated, in bytes: more than a pack has.
const WINDOW: u32 = 16 << 20;

/// Each pack as an element of the page that no browser runs, with the names of its files and how long each is;
/// `effort` is from 0, which is quick, to 9.
pub(crate) fn elements(site: &Path, effort: u32) -> Result<String> {
    let element = |(pack, names): (&str, &[&str])| {
        let files = files_of(site, names)?;
        let listed: Vec<String> =
            files.iter().map(|(name, bytes)| format!("{name}:{}", bytes.len())).collect();
        let all: Vec<u8> = files.into_iter().flat_map(|(_, bytes)| bytes).collect();
        Ok(format!(
            "    <script type=\"application/octet-stream\" id=\"pack:{pack}\" data-files=\"{}\">{}</script>\n",
            listed.join(" "),
            Base64::encode_string(&xz(&all, effort)?)
        ))
    };
    PACKS.into_iter().map(element).collect()
}

/// The files with these names and in folders with these names, as they are called in the site. Not every site has all.
fn files_of(site: &Path, names: &[&str]) -> Result<Vec<(String, Vec<u8>)>> {
    let mut files = Vec::new();
    for path in names.iter().map(|name| site.join(name)).filter(|path| path.exists()) {
        for file in if path.is_dir() { site::files_below(&path)? } else { vec![path] } {
            let name = file.strip_prefix(site)?.display().to_string().replace('\\', "/");
            let bytes =
                fs::read(&file).with_context(|| format!("{} cannot be read", workspace::shown(&file)))?;
            files.push((name, bytes));
        }
    }
    Ok(files)
}

/// The bytes as xz makes them. Wasm and text keep to no alignment; what comes before a byte says most of it.
fn xz(bytes: &[u8], effort: u32) -> Result<Vec<u8>> {
    let mut options = XzOptions::with_preset(effort);
    // The unpacker knows no longer sum.
    options.set_check_sum_type(CheckType::Crc32);
    let how = &mut options.lzma_options;
    (how.dict_size, how.lc, how.lp, how.pb) = (WINDOW, 4, 0, 0);
    if effort == 9 {
        how.nice_len = 273;
    }
    let mut writer = XzWriter::new(Vec::new(), options)?;
    writer.write_all(bytes)?;
    Ok(writer.finish()?)
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    #[test]
    fn a_pack_has_all_its_files_one_after_the_other() {
        let folder = std::env::temp_dir().join(format!("delivery-lab-pack-{}", std::process::id()));
        for (name, text) in
            [("licences.txt", "free"), ("lang/sv.json", "{}"), ("delivery_lab_bg.wasm", "\0asm")]
        {
            fs::create_dir_all(folder.join(name).parent().unwrap()).unwrap();
            fs::write(folder.join(name), text).unwrap();
        }
        let elements = elements(&folder, 9).unwrap();
        fs::remove_dir_all(&folder).unwrap();
        let lines: Vec<&str> = elements.lines().collect();
        assert_eq!(lines.len(), 2);
        for (line, files, whole) in [
            (lines[0], "id=\"pack:program\" data-files=\"delivery_lab_bg.wasm:4\"", "\0asm"),
            (lines[1], "id=\"pack:texts\" data-files=\"lang/sv.json:2 licences.txt:4\"", "{}free"),
        ] {
            assert!(line.contains(files), "{line}");
            let packed = line.split('>').nth(1).unwrap().trim_end_matches("</script");
            let packed = Base64::decode_vec(packed).unwrap();
            let mut read = String::new();
            lzma_rust2::XzReader::new(packed.as_slice(), false).read_to_string(&mut read).unwrap();
            assert_eq!(read, whole);
        }
    }
}
