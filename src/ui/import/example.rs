//! The address of a small text as a file to download, made without a request to anyone.

/// A `data:` address of a CSV text, with a byte order mark so that spreadsheets read it as UTF-8.
pub(super) fn address(text: &str) -> String {
    let mut address = String::from("data:text/csv;charset=utf-8,%EF%BB%BF");
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() {
            address.push(char::from(byte));
        } else {
            address.push_str(&format!("%{byte:02X}"));
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_other_byte_is_escaped() {
        assert_eq!(address("a@ö\n"), "data:text/csv;charset=utf-8,%EF%BB%BFa%40%C3%B6%0A");
    }
}
