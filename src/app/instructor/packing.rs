//! The lesson on the bench as a package for a learning platform. The page in one file is fetched for it first.

use std::rc::Rc;

use super::super::effect::Effect;
use super::super::state::AppState;
use crate::lesson::authoring::{finished, title};
use crate::lesson::package::{Kind, Package, PackageProblem};

/// How far the package is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Packing {
    /// None was asked for.
    #[default]
    Idle,
    /// The page is being fetched.
    Fetching(Kind),
    /// It was offered as a file.
    Done(Kind),
    /// The page could not be fetched, as it does not lie beside the lab.
    NoPage,
    /// It cannot be made.
    Failed(PackageProblem),
}

/// A file: its name and its bytes.
type Packed = (String, Rc<[u8]>);

/// Asks for the page.
pub(super) fn pack(state: &mut AppState, kind: Kind) {
    if state.instructor.bench.is_some() && !matches!(state.instructor.packing, Packing::Fetching(_)) {
        state.instructor.packing = Packing::Fetching(kind);
        state.outbox.push(Effect::WantPage);
    }
}

/// The page is here, or cannot be had.
pub(super) fn page_came(state: &mut AppState, page: Option<&[u8]>) {
    let Packing::Fetching(kind) = state.instructor.packing else { return };
    state.instructor.packing = match page.map(|page| packed(state, kind, page)) {
        None => Packing::NoPage,
        Some(None) => Packing::Idle,
        Some(Some(Err(problem))) => Packing::Failed(problem),
        Some(Some(Ok((name, bytes)))) => {
            state.outbox.push(Effect::DownloadBytes { name, media_type: "application/zip", bytes });
            Packing::Done(kind)
        }
    };
}

/// The name and the bytes of the package; none where the bench was closed meanwhile.
fn packed(state: &AppState, kind: Kind, page: &[u8]) -> Option<Result<Packed, PackageProblem>> {
    let bench = state.instructor.bench.as_ref()?;
    let course = finished(&bench.draft);
    let (title, file) = (title(&course, &bench.code), serde_json::to_vec(&course).ok()?);
    let about = course.words.get(&bench.code).map(|words| words.about.clone()).unwrap_or_default();
    let package = Package {
        kind,
        id: &course.id,
        title: &title,
        description: &about,
        lang: &bench.code,
        mark: state.learning.at_home().progress.mark,
        page,
        lesson: Some(&file),
    };
    Some(package.zip().map(|zip| (package.file_name(), zip.into())))
}
