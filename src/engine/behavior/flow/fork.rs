//! Fork: activates several branches (`fork` page).

use crate::engine::parcel::Parcel;
use crate::engine::task::Outcome;

/// Activates every branch, in the order of the drawing.
///
/// The page says that the branches *do not run simultaneously*. Here that means: one task at a time. The first
/// activity of the first branch is executed and over before that of the second begins, and so on; then come the
/// second activities, again in the order of the drawing. A branch need not be finished before the next begins, and
/// while one waits, the others go on.
pub(super) fn activate_all(parcel: Parcel) -> Outcome {
    Outcome::passes(parcel)
}
