//! What a person is told about something that is wrong: what it is, and what to do about it.

/// Two sentences about one fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What is wrong, as a whole sentence.
    pub what: String,
    /// What to do about it, as a whole sentence.
    pub remedy: String,
}

impl Told {
    /// Both sentences.
    pub fn new(what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { what: what.into(), remedy: remedy.into() }
    }

    /// Both sentences in one line.
    pub fn line(&self) -> String {
        format!("{} {}", self.what, self.remedy)
    }
}
