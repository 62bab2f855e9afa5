//! Cuts a Rust source into tokens, as far as finding texts in it needs.

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A name or a keyword.
    Word,
    /// A text in quotation marks.
    Text,
    /// A sign of punctuation.
    Mark,
    /// Anything else: a number, a character, a lifetime.
    Other,
}

/// A token with its place in the source.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token<'t> {
    pub(crate) kind: Kind,
    pub(crate) text: &'t str,
}

impl Token<'_> {
    /// What a text says, without its quotation marks and escapes.
    pub(crate) fn as_text(&self) -> Option<String> {
        if self.kind != Kind::Text {
            return None;
        }
        let inner = self.text.strip_prefix('"')?.strip_suffix('"')?;
        let (mut said, mut chars) = (String::new(), inner.chars().peekable());
        while let Some(sign) = chars.next() {
            if sign != '\\' {
                said.push(sign);
                continue;
            }
            match chars.next()? {
                'n' => said.push('\n'),
                'r' => said.push('\r'),
                't' => said.push('\t'),
                'u' => {
                    let code: String = chars.by_ref().skip(1).take_while(|sign| *sign != '}').collect();
                    said.push(char::from_u32(u32::from_str_radix(&code, 16).ok()?)?);
                }
                '\n' => while chars.next_if(|sign| sign.is_whitespace()).is_some() {},
                plain => said.push(plain),
            }
        }
        Some(said)
    }
}

/// The tokens of a source, without its comments.
pub(crate) fn read(source: &str) -> Vec<Token<'_>> {
    let (mut tokens, mut rest) = (Vec::new(), source);
    while let Some(first) = rest.chars().next() {
        let (kind, length) = next(first, rest);
        let (text, after) = rest.split_at(length);
        tokens.extend(kind.map(|kind| Token { kind, text }));
        rest = after;
    }
    tokens
}

/// The kind and the length of what begins here; no kind for blanks and comments.
fn next(first: char, rest: &str) -> (Option<Kind>, usize) {
    let while_true = |is: fn(char) -> bool| rest.find(|sign| !is(sign)).unwrap_or(rest.len());
    let is_word = |sign: char| sign.is_alphanumeric() || sign == '_';
    if first.is_whitespace() {
        (None, while_true(char::is_whitespace))
    } else if rest.starts_with("//") {
        (None, rest.find('\n').unwrap_or(rest.len()))
    } else if rest.starts_with("/*") {
        (None, rest.find("*/").map_or(rest.len(), |end| end + 2))
    } else if let Some(length) = raw(rest) {
        (Some(Kind::Other), length)
    } else if first == '"' {
        (Some(Kind::Text), quoted(rest, '"'))
    } else if first == '\'' {
        (Some(Kind::Other), character(rest))
    } else if is_word(first) {
        let kind = if first.is_ascii_digit() { Kind::Other } else { Kind::Word };
        (Some(kind), while_true(is_word))
    } else {
        (Some(Kind::Mark), if rest.starts_with("=>") { 2 } else { first.len_utf8() })
    }
}

/// The length of a raw text, if one begins here.
fn raw(rest: &str) -> Option<usize> {
    let after = rest.strip_prefix('r')?;
    let hashes = after.find(|sign| sign != '#')?;
    let inner = after.get(hashes..)?.strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    Some(1 + hashes + 1 + inner.find(&end)? + end.len())
}

fn quoted(rest: &str, mark: char) -> usize {
    let mut is_escaped = false;
    for (at, sign) in rest.char_indices().skip(1) {
        if sign == mark && !is_escaped {
            return at + sign.len_utf8();
        }
        is_escaped = sign == '\\' && !is_escaped;
    }
    rest.len()
}

/// The length of a character such as `'a'`, or of a lifetime.
fn character(rest: &str) -> usize {
    let mut signs = rest.char_indices().skip(1);
    match (signs.next(), signs.next()) {
        (Some((_, '\\')), _) => quoted(rest, '\''),
        (Some(_), Some((at, '\''))) => at + 1,
        _ => 1 + rest[1..].find(|sign: char| !sign.is_alphanumeric() && sign != '_').unwrap_or(0),
    }
}

/// The place of the bracket that closes the one at `open`; the end where none does.
pub(crate) fn close(tokens: &[Token<'_>], open: usize) -> usize {
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate().skip(open).filter(|(_, token)| token.kind == Kind::Mark) {
        match token.text {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" if depth <= 1 => return at,
            ")" | "]" | "}" => depth -= 1,
            _ => {}
        }
    }
    tokens.len()
}

/// What is between the commas inside the bracket at `open`.
pub(crate) fn split<'a, 't>(tokens: &'a [Token<'t>], open: usize) -> Vec<&'a [Token<'t>]> {
    let end = close(tokens, open);
    let (mut parts, mut from, mut at) = (Vec::new(), open + 1, open + 1);
    while at < end {
        match tokens[at].text {
            "(" | "[" | "{" if tokens[at].kind == Kind::Mark => at = close(tokens, at),
            "," if tokens[at].kind == Kind::Mark => {
                parts.push(&tokens[from..at]);
                from = at + 1;
            }
            _ => {}
        }
        at += 1;
    }
    if from < end {
        parts.push(&tokens[from..end]);
    }
    parts
}
