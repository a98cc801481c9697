#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| viche_fuzz::tables(bytes));
