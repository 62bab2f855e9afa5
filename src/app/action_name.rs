//! The name of each action and nothing of what it carries: what a report of a fault may tell.

use super::action::Action;

impl Action {
    /// Its name, without any value that it carries.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Edit(..) => "Edit",
            Self::Undo => "Undo",
            Self::Redo => "Redo",
            Self::Copy => "Copy",
            Self::Copied(..) => "Copied",
            Self::Cut => "Cut",
            Self::Paste { .. } => "Paste",
            Self::Duplicate => "Duplicate",
            Self::Remove => "Remove",
            Self::Tidy => "Tidy",
            Self::OpenSample(..) => "OpenSample",
            Self::OpenFile { .. } => "OpenFile",
            Self::CannotLoad { .. } => "CannotLoad",
            Self::OpenLink { .. } => "OpenLink",
            Self::CopyLink(..) => "CopyLink",
            Self::LinkCopied(..) => "LinkCopied",
            Self::SaveFile => "SaveFile",
            Self::SavePicture(..) => "SavePicture",
            Self::CannotPaint => "CannotPaint",
            Self::HandOver(..) => "HandOver",
            Self::KeepTemplate(..) => "KeepTemplate",
            Self::OpenTemplate(..) => "OpenTemplate",
            Self::DeleteTemplate(..) => "DeleteTemplate",
            Self::RestoreTemplate => "RestoreTemplate",
            Self::OpenOther(..) => "OpenOther",
            Self::DeleteOther(..) => "DeleteOther",
            Self::TemplatesChanged { .. } => "TemplatesChanged",
            Self::Import { .. } => "Import",
            Self::RunProgressed(..) => "RunProgressed",
            Self::RunFinished { .. } => "RunFinished",
            Self::CancelRun => "CancelRun",
            Self::RunAgain => "RunAgain",
            Self::Play { .. } => "Play",
            Self::Pause { .. } => "Pause",
            Self::Reached { .. } => "Reached",
            Self::Stalled { .. } => "Stalled",
            Self::Seek { .. } => "Seek",
            Self::StepWeek { .. } => "StepWeek",
            Self::Stepping(..) => "Stepping",
            Self::Reset => "Reset",
            Self::SetSpeed { .. } => "SetSpeed",
            Self::SetMode(..) => "SetMode",
            Self::ShowSection(..) => "ShowSection",
            Self::SaveTranscript(..) => "SaveTranscript",
            Self::Variant(..) => "Variant",
            Self::Report(..) => "Report",
            Self::SetLang(..) => "SetLang",
            Self::LangCame(..) => "LangCame",
            Self::SetTheme(..) => "SetTheme",
            Self::ChooseActivity(..) => "ChooseActivity",
            Self::Select(..) => "Select",
            Self::SelectAll => "SelectAll",
            Self::ChooseDelivery(..) => "ChooseDelivery",
            Self::ShowLog(..) => "ShowLog",
            Self::Film(..) => "Film",
            Self::TurnToPage(..) => "TurnToPage",
            Self::Rows(..) => "Rows",
            Self::Add(..) => "Add",
            Self::ConnectFrom(..) => "ConnectFrom",
            Self::Look(..) => "Look",
            Self::Prefer(..) => "Prefer",
            Self::SetSound(..) => "SetSound",
            Self::Show(..) => "Show",
            Self::Dismiss { .. } => "Dismiss",
            Self::SetOption { .. } => "SetOption",
            Self::CannotSave => "CannotSave",
            Self::OtherTab(..) => "OtherTab",
            Self::CanSave => "CanSave",
            Self::TakeTour(..) => "TakeTour",
            Self::Course(..) => "Course",
            Self::Instructor(..) => "Instructor",
            Self::Predict(..) => "Predict",
            Self::TourOn => "TourOn",
            Self::TourBack => "TourBack",
            Self::TourSkip => "TourSkip",
            Self::TourResume => "TourResume",
            Self::TourRestart => "TourRestart",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_that_of_the_variant_and_has_no_value() {
        let secret = Action::CannotLoad { address: "secret".to_owned() };
        for action in [secret, Action::Undo, Action::KeepTemplate("secret".into())] {
            let written = format!("{action:?}");
            assert!(written.starts_with(action.name()) && !action.name().contains("secret"), "{written}");
        }
    }
}
