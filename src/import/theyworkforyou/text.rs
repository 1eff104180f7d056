//! The bytes of a file as text, and the entities that it declares for itself.

use std::collections::BTreeMap;

/// The most entities that a file may declare.
const MOST: usize = 2_000;

/// What the bytes 0x80 to 0x9F are in Windows-1252, which is what files that say ISO-8859-1 hold there.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The text of an XML file, in the encoding that its first line names.
///
/// # Errors
/// Why it cannot be read, in words.
pub(super) fn decoded(bytes: &[u8]) -> Result<String, String> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let start =
        String::from_utf8_lossy(bytes.get(..bytes.len().min(200)).unwrap_or_default()).to_ascii_lowercase();
    let declared = start
        .split("encoding=")
        .nth(1)
        .and_then(|rest| rest.split(['"', '\'']).nth(1))
        .unwrap_or("utf-8")
        .to_owned();
    match declared.as_str() {
        "utf-8" | "us-ascii" => String::from_utf8(bytes.to_vec()).map_err(|fault| {
            format!("it says that it is UTF-8, and is not from byte {} on", fault.utf8_error().valid_up_to())
        }),
        "iso-8859-1" | "latin1" | "windows-1252" => Ok(bytes.iter().map(|byte| latin(*byte)).collect()),
        other => {
            Err(format!("its encoding, “{}”, is not one that is read", crate::import::clean::line(other, 30)))
        }
    }
}

fn latin(byte: u8) -> char {
    let index = usize::from(byte).checked_sub(0x80);
    index.and_then(|index| WINDOWS.get(index)).copied().unwrap_or(char::from(byte))
}

/// What a file declares about its entities.
#[derive(Debug, Default)]
pub(super) struct Entities {
    named: BTreeMap<String, String>,
    /// Names that stand for something outside the file. It is never fetched.
    pub(super) outside: Vec<String>,
}

impl Entities {
    /// Reads the declarations. Each stands for a few characters; one that stands for other entities is passed over.
    pub(super) fn read(doctype: &str) -> Self {
        let mut entities = Self::default();
        for declaration in doctype.split("<!ENTITY").skip(1).take(MOST) {
            let declaration = declaration.split('>').next().unwrap_or_default().trim();
            let (name, rest) = declaration.split_once(char::is_whitespace).unwrap_or((declaration, ""));
            let value = rest.trim().trim_matches(['"', '\'']);
            if rest.trim_start().starts_with("SYSTEM")
                || rest.trim_start().starts_with("PUBLIC")
                || name == "%"
            {
                entities.outside.push(crate::import::clean::line(name, 40));
            } else if let Some(text) = plain(value) {
                entities.named.insert(name.to_owned(), text);
            }
        }
        let outside = doctype.split(['[', '<']).next().unwrap_or_default();
        if outside.contains("SYSTEM") || outside.contains("PUBLIC") {
            entities.outside.push("the document type".to_owned());
        }
        entities
    }

    /// What an entity stands for.
    pub(super) fn resolve(&self, name: &str) -> Option<String> {
        if let Some(number) = name.strip_prefix('#') {
            return character(number);
        }
        let known = self.named.get(name).cloned();
        known.or_else(|| quick_xml::escape::resolve_predefined_entity(name).map(str::to_owned))
    }
}

fn plain(value: &str) -> Option<String> {
    match value.strip_prefix("&#").and_then(|rest| rest.strip_suffix(';')) {
        Some(number) => character(number),
        None => (!value.contains('&') && value.chars().count() <= 20).then(|| value.to_owned()),
    }
}

fn character(number: &str) -> Option<String> {
    let code = match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16).ok()?,
        None => number.parse().ok()?,
    };
    char::from_u32(code).map(String::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_in_the_encoding_that_it_names() {
        let old = b"<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><p>\xA35 \x96 \xE9</p>";
        assert!(decoded(old).unwrap().ends_with("<p>£5 – é</p>"));
        assert!(
            decoded("<?xml version='1.0' encoding='utf-8'?><p>£</p>".as_bytes()).unwrap().ends_with("£</p>")
        );
        assert!(decoded(b"<p>\xA3</p>").unwrap_err().contains("byte 3"));
        assert!(decoded(b"<?xml version=\"1.0\" encoding=\"EBCDIC\"?>").unwrap_err().contains("“ebcdic”"));
    }

    #[test]
    fn entities_are_those_of_the_file_and_none_is_fetched_or_multiplied() {
        let doctype = "publicwhip [ <!ENTITY pound \"&#163;\"> <!ENTITY nbsp '&#xA0;' > <!ENTITY lol \"&lol2;&lol2;\">\
            <!ENTITY far SYSTEM \"file:///etc/passwd\"> ]";
        let entities = Entities::read(doctype);
        assert_eq!(entities.resolve("pound").unwrap(), "£");
        assert_eq!(entities.resolve("nbsp").unwrap(), "\u{a0}");
        assert_eq!(
            (entities.resolve("amp").unwrap(), entities.resolve("#8211").unwrap()),
            ("&".into(), "–".to_owned())
        );
        assert_eq!(
            (entities.resolve("lol"), entities.resolve("far"), entities.resolve("#xD800")),
            (None, None, None)
        );
        assert_eq!(entities.outside, ["far"]);
        assert_eq!(Entities::read("a SYSTEM \"http://example.org/a.dtd\"").outside.len(), 1);
    }
}
