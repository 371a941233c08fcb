//! What every chart promises, and how each was last found good.

mod absurd;
mod fixtures;
mod promises;
mod references;
