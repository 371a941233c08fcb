//! The program as it is run: what it prints where, and how it ends.

mod annex;
mod assumptions;
mod batch;
mod budget;
mod calculate;
mod chart;
mod check;
mod compare;
mod explain;
mod export;
mod fairness;
mod guides;
mod import;
mod part;
mod run;
mod schema;
mod shell;
mod start;
mod uncertainty;
mod verify;
mod verify_files;
