//! Words that end, or cannot be, the noun after a number.

/// Words that end a noun phrase.
#[rustfmt::skip]
pub(super) const STOPS: &[&str] = &[
    "a", "about", "according", "across", "after", "against", "aged", "ages", "ago", "all", "already",
    "also", "am", "amid", "among", "amongst", "an", "and", "any", "are", "aren't", "around", "arrive", "as",
    "at", "await", "away", "because", "been", "before", "being", "belong", "below", "between", "both",
    "but", "by", "came", "can", "cannot", "combined", "come", "compared", "could", "currently", "depart",
    "did", "die", "do", "does", "down", "due", "during", "each", "either", "enough", "enter", "every",
    "except", "excluding", "exempt", "fewer", "for", "from", "get", "go", "goes", "going", "got", "gross",
    "had", "has", "have", "having", "he", "her", "here", "his", "how", "i", "if", "in", "include",
    "includes", "including", "into", "is", "isn't", "it", "its", "just", "last", "least", "less", "like",
    "live", "lives", "may", "might", "minus", "more", "most", "must", "my", "net", "next", "no", "nor",
    "not", "now", "of", "off", "on", "once", "only", "onto", "or", "our", "out", "over", "overall", "per",
    "plus", "rather", "receive", "relating", "remain", "remains", "represent", "represents", "said", "say",
    "says", "seek", "shall", "she", "should", "show", "shows", "since", "so", "stay", "still", "such",
    "than", "that", "the", "their", "them", "then", "there", "these", "they", "this", "those", "through",
    "throughout", "till", "times", "to", "today", "told", "too", "towards", "under", "until", "up",
    "upwards", "versus", "via", "vs", "want", "was", "we", "went", "were", "what", "when", "where",
    "whereas", "which", "while", "who", "whom", "whose", "will", "with", "within", "without", "would",
    "yesterday", "yet", "you", "your",
];

/// Nouns in -ing, -ed and -ly that are no participles or adverbs.
#[rustfmt::skip]
pub(super) const NOUNS: &[&str] = &[
    "ally", "anomaly", "assembly", "bed", "building", "elderly", "family", "feed", "funding", "hearing",
    "housing", "meeting", "need", "nursing", "parking", "policing", "processing", "reply", "seed", "supply",
    "teaching", "training",
];

/// Participles that do not end in -ed.
#[rustfmt::skip]
pub(super) const PARTICIPLES: &[&str] = &[
    "born", "cut", "found", "given", "held", "known", "left", "lost", "made", "overseas", "seen", "sent",
    "taken", "worldwide",
];

/// Words that are part of a number and never a noun. After a number they mean that it was not read to its end.
#[rustfmt::skip]
pub(super) const NUMBERS: &[&str] = &[
    "billion", "billions", "crore", "crores", "dozen", "dozens", "eighths", "fifths", "fourths", "half",
    "halves", "hundred", "hundreds", "hundredths", "lakh", "lakhs", "million", "millions", "millionths",
    "ninths", "point", "quarters", "sevenths", "sixths", "tenths", "thirds", "thousand", "thousands",
    "thousandths", "trillion", "trillions", "trillionths", "twentieths",
];
