//! What the benchmarks share: a stopwatch and a printer, natively and in the browser alike.

use std::hint::black_box;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use std::println as say;
#[cfg(not(target_arch = "wasm32"))]
use std::time::Instant;
#[cfg(target_arch = "wasm32")]
pub(crate) use wasm_bindgen_test::console_log as say;
#[cfg(target_arch = "wasm32")]
use web_time::Instant;

/// How long a sample takes at least, in seconds: the clock of the browser goes by steps of five microseconds.
const SAMPLE: f64 = 0.005;
/// How long a piece of work is done beforehand, in seconds, by which the browser compiles it for speed.
const BEFOREHAND: f64 = 0.15;
/// How many samples are taken, at least and at most, and how long they take together, about.
const SAMPLES: (usize, usize, f64) = (3, 12, 0.3);
/// What takes longer, in seconds, is done once.
const LONG: f64 = 1.0;

/// The allocator of the page.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Prints the machine's own pace, to hold the rest against: additions that wait for each other. Gives the seconds of
/// one.
pub(crate) fn calibrate() -> f64 {
    measure("calibration, a million additions", || (0..1_000_000).fold(black_box(0.0), |sum, _| sum + 1.0))
        / 1e6
}

/// Prints the fastest and the median time of a piece of work, with dropping what it makes, as `cargo xtask bench`
/// reads it. Gives the fastest in seconds.
pub(crate) fn measure<T>(name: &str, work: impl Fn() -> T) -> f64 {
    measure_one_of(1, name, work)
}

/// As [`measure`], for work that consists of so many like pieces: prints the time of one.
pub(crate) fn measure_one_of<T>(pieces: u32, name: &str, work: impl Fn() -> T) -> f64 {
    let sample = |times: u32| {
        let start = Instant::now();
        for _ in 0..times {
            black_box(black_box(&work)());
        }
        start.elapsed().as_secs_f64()
    };
    let start = Instant::now();
    let mut times = 1;
    let mut length = sample(times);
    while length < SAMPLE || start.elapsed().as_secs_f64() < BEFOREHAND {
        if length < SAMPLE {
            times *= 2;
        }
        length = sample(times);
    }
    let (least, most, together) = SAMPLES;
    let start = Instant::now();
    let mut samples = vec![length];
    if length < LONG {
        samples.clear();
        while samples.len() < least || samples.len() < most && start.elapsed().as_secs_f64() < together {
            samples.push(sample(times));
        }
    }
    samples.sort_by(f64::total_cmp);
    let seconds = |place: usize| samples[place] / f64::from(times) / f64::from(pieces);
    let (fastest, median) = (seconds(0), seconds(samples.len() / 2));
    say!("{name}: fastest {:.5} ms, median {:.5} ms", fastest * 1e3, median * 1e3);
    fastest
}
