//! Claims about sealing. The work is small here, so that they are quick.

use uuid::Uuid;

use super::super::format::{encode_header, encode_step};
use super::super::{Header, check_bytes};
use super::*;
use crate::domain::id::RunId;
use crate::domain::{Seat, Stamp, Step};

const WORK_OF_TESTS: u8 = 2;
const WORDS: &str = "тиха ранкова черга";

fn passphrase() -> Passphrase {
    Passphrase::to_seal(WORDS).unwrap()
}

fn sealed(bytes: &[u8]) -> Vec<u8> {
    seal(bytes, &passphrase(), WORK_OF_TESTS).unwrap()
}

/// A sprint of so many steps.
fn sprint(steps: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut hash = encode_header(&Header::new(Uuid::from_u128(7), 0), &mut bytes);
    for s in 1..=steps {
        let at = Stamp { t_ms: s as i64, m_ms: s };
        let step = Step { s, w: RunId(7), at, by: Seat::Facilitator, facts: vec![], from: None };
        hash = encode_step(&step, hash, &mut bytes).unwrap();
    }
    bytes
}

#[test]
fn what_was_sealed_comes_back_byte_for_byte() {
    // 64 KiB are sealed as one: none, less, just as much, more.
    for len in [0, 1, 500, 65_535, 65_536, 65_537, 200_000] {
        let bytes: Vec<u8> = (0..len).map(|n: u32| (n * 7) as u8).collect();
        assert!(unseal(&sealed(&bytes), &passphrase()).unwrap() == bytes, "{len}");
    }
}

#[test]
fn nothing_of_a_sprint_can_be_read_while_it_is_sealed() {
    let sealed = sealed(&sprint(30));
    assert!(sealed.starts_with(b"age-encryption.org/v1\n-> scrypt "));
    assert!(memchr::memmem::find(&sealed, b"viche").is_none());
}

#[test]
fn another_passphrase_opens_nothing() {
    let sealed = sealed(&sprint(3));
    for other in ["тиха ранкова Черга", " тиха ранкова черга", "x"] {
        let opened = unseal(&sealed, &Passphrase::to_open(other).unwrap());
        assert!(matches!(opened, Err(SealError::WrongPassphrase)), "{other}: {opened:?}");
    }
}

#[test]
fn a_short_passphrase_seals_nothing_and_may_open() {
    assert!(matches!(Passphrase::to_seal(""), Err(SealError::EmptyPassphrase)));
    assert!(matches!(Passphrase::to_open(""), Err(SealError::EmptyPassphrase)));
    assert!(Passphrase::to_seal("сім знак").is_ok());
    assert!(matches!(Passphrase::to_seal("сім зна"), Err(SealError::ShortPassphrase { chars: 7 })));
    assert!(Passphrase::to_open("сім").is_ok());
    assert!(matches!(Passphrase::to_open(&"x".repeat(1_025)), Err(SealError::LongPassphrase)));
}

#[test]
fn a_passphrase_is_never_written_out() {
    assert!(!format!("{:?}", passphrase()).contains("черга"));
    let wrong = unseal(&sealed(b"x"), &Passphrase::to_open("другий пароль").unwrap()).unwrap_err();
    assert!(!format!("{wrong:?} {wrong}").contains("пароль"));
}

#[test]
fn what_is_cut_short_opens_nothing() {
    let whole = sealed(&sprint(600));
    assert!(whole.len() > 66_000, "more than one part is sealed");
    let header = memchr::memmem::find(&whole, HEADER_END).unwrap();
    let cuts = (0..header + 200).chain([65_536, 65_752, whole.len() - 17, whole.len() - 16, whole.len() - 1]);
    for cut in cuts {
        let opened = unseal(&whole[..cut], &passphrase());
        assert!(matches!(opened, Err(SealError::NotSealed | SealError::Damaged)), "{cut}: {opened:?}");
    }
}

#[test]
fn no_byte_can_be_changed_unseen() {
    let whole = sealed(&sprint(2));
    for at in 0..whole.len() {
        let mut changed = whole.clone();
        changed[at] ^= 1;
        // A work of 3 instead of 2 is done; more than that the changed number can't ask for.
        let opened = unseal(&changed, &passphrase());
        assert!(opened.is_err(), "byte {at} of {}", whole.len());
    }
}

#[test]
fn parts_cannot_be_swapped_doubled_or_left_out() {
    let whole = sealed(&[7; 3 * 65_536 + 9]);
    let start = memchr::memmem::find(&whole, HEADER_END).unwrap() + HEADER_END.len() + 43 + 1 + 16;
    let (header, rest) = whole.split_at(start);
    let parts: Vec<&[u8]> = rest.chunks(65_536 + 16).collect();
    for order in [&[1, 0, 2, 3][..], &[0, 0, 1, 2, 3], &[0, 2, 3], &[0, 1, 2], &[0, 1, 2, 3, 3]] {
        let order = order.iter().map(|n| parts[*n]);
        let bytes = std::iter::once(header).chain(order).collect::<Vec<_>>().concat();
        assert!(matches!(unseal(&bytes, &passphrase()), Err(SealError::Damaged)));
    }
    assert!(unseal(&[header, rest].concat(), &passphrase()).is_ok());
}

#[test]
fn other_files_are_not_sealed() {
    let endless = [b"age-encryption.org/v1\n".to_vec(), b"-> a\n\n".repeat(200_000)].concat();
    let many = [&endless[..], b"--- "].concat();
    for bytes in
        [&b""[..], b"\n--- ", b"age-encryption.org/v1\n--- ", b"just some notes\n--- \n", &endless, &many]
    {
        let opened = unseal(bytes, &passphrase());
        assert!(matches!(opened, Err(SealError::NotSealed | SealError::Damaged)), "{opened:?}");
    }
    assert!(matches!(unseal(&sprint(9), &passphrase()), Err(SealError::NotSealed)));
}

#[test]
fn what_asks_for_endless_work_is_refused_at_once() {
    let sealed = sealed(&sprint(3));
    let text = String::from_utf8_lossy(&sealed);
    let line = text.lines().nth(1).unwrap();
    for (asked, too_much) in
        [("21", true), ("40", true), ("63", true), ("255", true), ("999", false), ("-1", false)]
    {
        let asks = line.strip_suffix(" 2").unwrap().to_owned() + " " + asked;
        let at = memchr::memmem::find(&sealed, line.as_bytes()).unwrap();
        let bytes = [&sealed[..at], asks.as_bytes(), &sealed[at + line.len()..]].concat();
        match unseal(&bytes, &passphrase()) {
            Err(SealError::TooMuchWork { work }) if too_much => assert_eq!(work.to_string(), asked),
            Err(SealError::NotSealed) if !too_much => {}
            other => panic!("{asked}: {other:?}"),
        }
    }
}

#[test]
fn what_is_sealed_for_a_key_is_told_apart() {
    let key = age::x25519::Identity::generate();
    let sealed = age::encrypt(&key.to_public(), &sprint(1)).unwrap();
    assert!(matches!(unseal(&sealed, &passphrase()), Err(SealError::ForAKey)));
}

#[test]
fn of_a_file_in_use_the_whole_steps_are_taken() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.viche");
    let whole = sprint(3);
    std::fs::write(&path, [&whole[..], b"{\"s\":4,\"w\":\"0000"].concat()).unwrap();
    let to_seal = read_to_seal(&path).unwrap();
    assert_eq!(to_seal, ToSeal { bytes: whole, steps: 3, left_out: 16 });
    assert_eq!(check_bytes(&to_seal.bytes).exit, 0);
}

#[test]
fn a_damaged_file_is_not_sealed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.viche");
    let mut bytes = sprint(3);
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&path, bytes).unwrap();
    assert!(matches!(read_to_seal(&path), Err(StoreError::Damaged { .. })));
}
