//! Personalization fields in a text, such as `<%= recipient.firstName %>`, and what they give for a recipient.

use super::schema::{AttributeIdx, Schema};

/// A piece of a text (`personalization-fields` page).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'t> {
    /// Words as they stand.
    Text(&'t str),
    /// A field of the recipient.
    Field(AttributeIdx),
    /// Something in `<%` and `%>` that the lab has no value for: another table, a script, a field that the recipient
    /// has not, or a field that is not closed; with its marks.
    Unknown(&'t str),
}

/// A field as the product writes it.
pub fn field(attribute: &str) -> String {
    format!("<%= recipient.{attribute} %>")
}

/// The pieces of a text, from its beginning to its end; together they are the whole text.
pub fn pieces<'t>(text: &'t str, schema: &Schema) -> Vec<Piece<'t>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find("<%") {
        let (before, tail) = rest.split_at(start);
        // A field without an end reaches to the end of the text.
        let end = tail.find("%>").map_or(tail.len(), |at| at + 2);
        let (marked, after) = tail.split_at(end);
        if !before.is_empty() {
            pieces.push(Piece::Text(before));
        }
        pieces.push(named(marked, schema).map_or(Piece::Unknown(marked), Piece::Field));
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest));
    }
    pieces
}

/// The attribute that `<%= recipient.name %>` names, spaces being free.
fn named(marked: &str, schema: &Schema) -> Option<AttributeIdx> {
    let inner = marked.strip_prefix("<%=")?.strip_suffix("%>")?.trim();
    schema.find(inner.strip_prefix("recipient.")?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::schema::{CITY, FIRST_NAME};

    #[test]
    fn a_text_falls_into_words_and_fields() {
        let schema = Schema::standard();
        let text = "Hello <%= recipient.firstName %> of <%=recipient.city%>!";
        let all = pieces(text, &schema);
        let expected = [
            Piece::Text("Hello "),
            Piece::Field(FIRST_NAME),
            Piece::Text(" of "),
            Piece::Field(CITY),
            Piece::Text("!"),
        ];
        assert_eq!(all, expected);
        assert_eq!(pieces("", &schema), []);
        assert_eq!(pieces(&field("city"), &schema), [Piece::Field(CITY)]);
    }

    #[test]
    fn what_names_no_field_is_kept_and_told_apart() {
        let schema = Schema::standard();
        for text in
            ["<%= recipient.shoe %>", "<%= targetData.city %>", "<% if (1) %>", "<%= recipient.city", "<%>"]
        {
            assert_eq!(pieces(text, &schema), [Piece::Unknown(text)], "{text}");
        }
        assert_eq!(pieces("5 %> 4 < 6%", &schema), [Piece::Text("5 %> 4 < 6%")]);
    }
}
