//! Cyrillic letters that look like Latin ones, so that a code typed in the wrong layout still reads.

/// The Latin letter that `c` looks like, in the same case (`Т` is `T`, `р` is `p`); any other character
/// is returned unchanged.
pub fn latin(c: char) -> char {
    match c {
        'А' => 'A',
        'В' => 'B',
        'С' => 'C',
        'Е' => 'E',
        'Н' => 'H',
        'І' => 'I',
        'Ј' => 'J',
        'К' => 'K',
        'М' => 'M',
        'О' => 'O',
        'Р' => 'P',
        'Ѕ' => 'S',
        'Т' => 'T',
        'Х' => 'X',
        'У' => 'Y',
        'а' => 'a',
        'в' => 'b',
        'с' => 'c',
        'е' => 'e',
        'н' => 'h',
        'і' => 'i',
        'ј' => 'j',
        'к' => 'k',
        'м' => 'm',
        'о' => 'o',
        'р' => 'p',
        'ѕ' => 's',
        'т' => 't',
        'х' => 'x',
        'у' => 'y',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(code: &str) -> String {
        code.chars().map(latin).collect()
    }

    #[test]
    fn codes_typed_in_cyrillic_read_as_latin() {
        assert_eq!(read("Т4-І03"), "T4-I03");
        assert_eq!(read("Р017"), "P017");
        assert_eq!(read("т2-і03"), "t2-i03");
        assert_eq!(read("АВСЕНІКМОРТХУ"), "ABCEHIKMOPTXY");
    }

    #[test]
    fn other_letters_stay() {
        assert_eq!(read("Жук 7 N0412"), "Жyk 7 N0412");
    }
}
