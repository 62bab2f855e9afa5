//! The bench in the store: made, recorded, previewed, kept, taken by a learner.
