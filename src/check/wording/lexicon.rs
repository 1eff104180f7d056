//! Words that a neutral account does without: why, and what to write instead.
//!
//! The list takes no side: it holds the hard words that each side has for the other, for people, and for what is done
//! to them. To write one is fine where it is quoted and attributed; then it stands in quotation marks.

/// Words with one reason and one alternative. Each form is listed; all are in lower case.
pub(super) struct Entry {
    pub(super) words: &'static [&'static str],
    pub(super) reason: &'static str,
    pub(super) instead: &'static str,
}

const fn entry(words: &'static [&'static str], reason: &'static str, instead: &'static str) -> Entry {
    Entry { words, reason, instead }
}

const GROUP: &str = "it says of people what a court or a decision may say of an act";
const FLOOD: &str = "it likens people to a disaster or an army";
const BLAME: &str = "it passes judgement on conduct";
const SIDE: &str = "it gives a person or a view a label that those meant would not use";
const VERB: &str = "it says how the reader is to take what was said";
const ALARM: &str = "it tells the reader to be alarmed or indignant";
const MONEY: &str = "it passes judgement on spending";
const HONESTY: &str = "it says that somebody meant to deceive";
const DISTANCE: &str = "it casts doubt without saying why";

/// Loaded words.
pub(super) const LOADED: &[Entry] = &[
    entry(
        &[
            "illegal migrant",
            "illegal migrants",
            "illegal immigrant",
            "illegal immigrants",
            "illegals",
            "illegal alien",
            "illegal aliens",
        ],
        GROUP,
        "people without a right to remain, or the definition of the source",
    ),
    entry(
        &["bogus asylum seeker", "bogus asylum seekers", "economic migrant", "economic migrants"],
        GROUP,
        "people whose claim was refused, or the definition of the source",
    ),
    entry(
        &[
            "scrounger",
            "scroungers",
            "benefit cheat",
            "benefit cheats",
            "freeloader",
            "freeloaders",
            "work-shy",
            "workshy",
            "feckless",
        ],
        GROUP,
        "people who receive the benefit",
    ),
    entry(
        &[
            "swamped", "swamping", "swarm", "swarms", "swarming", "invasion", "invaders", "horde", "hordes",
            "overrun",
        ],
        FLOOD,
        "the number, and of whom",
    ),
    entry(
        &[
            "influx",
            "flood of",
            "flooded with",
            "tidal wave",
            "tsunami of",
            "avalanche of",
            "wave of migrants",
            "plague of",
        ],
        FLOOD,
        "an increase, with the numbers",
    ),
    entry(
        &[
            "cruel",
            "cruelty",
            "heartless",
            "callous",
            "inhumane",
            "barbaric",
            "brutal",
            "savage",
            "evil",
            "wicked",
        ],
        BLAME,
        "what was done, and who says what of it",
    ),
    entry(
        &["racist", "racists", "xenophobic", "fascist", "fascists", "nazi", "bigot", "bigots", "bigoted"],
        SIDE,
        "who says what of it, in quotation marks",
    ),
    entry(
        &[
            "woke",
            "snowflakes",
            "loony",
            "lefty",
            "lefties",
            "do-gooder",
            "do-gooders",
            "hard-left",
            "hard-right",
            "far-left",
            "far-right",
            "extremist",
            "extremists",
        ],
        SIDE,
        "the name of the party, group or policy",
    ),
    entry(
        &["thug", "thugs", "mob", "mobs", "yob", "yobs", "fat cat", "fat cats", "gravy train"],
        SIDE,
        "who is meant",
    ),
    entry(&["regime", "cronies", "crony", "mandarins", "elites"], SIDE, "the body or the people, by name"),
    entry(
        &[
            "pathetic",
            "shambles",
            "shambolic",
            "chaos",
            "chaotic",
            "fiasco",
            "farce",
            "farcical",
            "botched",
            "bungled",
            "blunder",
            "blunders",
            "blundered",
            "incompetent",
            "incompetence",
        ],
        BLAME,
        "what happened",
    ),
    entry(
        &[
            "disgrace",
            "disgraceful",
            "shameful",
            "outrage",
            "outrageous",
            "scandal",
            "scandalous",
            "appalling",
            "disgusting",
            "despicable",
            "unforgivable",
        ],
        BLAME,
        "what happened, and who says what of it",
    ),
    entry(
        &[
            "shocking",
            "horrific",
            "horrifying",
            "terrifying",
            "catastrophic",
            "disastrous",
            "nightmare",
            "time bomb",
            "ticking",
            "meltdown",
            "epidemic of",
            "explosion in",
            "explosion of",
            "out of control",
        ],
        ALARM,
        "the numbers",
    ),
    entry(&["crisis", "crises"], ALARM, "what is short, late or rising"),
    entry(&["crackdown", "crackdowns", "blitz", "war on", "purge"], ALARM, "the measure, by its name"),
    entry(
        &["soft-touch", "soft touch", "draconian", "nanny state", "red tape"],
        BLAME,
        "the rule, by its name",
    ),
    entry(
        &[
            "taxpayers' money",
            "taxpayer's money",
            "taxpayers’ money",
            "taxpayer’s money",
            "squandered",
            "bloated",
            "slush fund",
            "handout",
            "handouts",
        ],
        MONEY,
        "public money, and what it was spent on",
    ),
    entry(&["slashed", "gutted", "decimated", "savaged", "starved of"], MONEY, "cut, with the amounts"),
    entry(
        &[
            "slammed",
            "blasted",
            "lashed out",
            "hit back",
            "hits back",
            "lambasted",
            "ridiculed",
            "boasted",
            "bragged",
            "gloated",
            "ranted",
            "whined",
        ],
        VERB,
        "said",
    ),
    entry(
        &[
            "claimed that",
            "claims that",
            "insisted",
            "insists that",
            "admitted that",
            "admits that",
            "confessed",
            "conceded that",
            "refused to say",
            "refused to answer",
            "refused to confirm",
        ],
        VERB,
        "said, or did not say",
    ),
    entry(
        &[
            "lied",
            "liar",
            "liars",
            "a lie",
            "cover-up",
            "coverup",
            "whitewash",
            "fake news",
            "hoodwinked",
            "misled",
            "hushed up",
            "fudged",
        ],
        HONESTY,
        "what was said, and what else is on record",
    ),
    entry(
        &["so-called", "so called", "supposedly", "self-styled", "self-proclaimed"],
        DISTANCE,
        "the name alone, or who disputes it",
    ),
    entry(&["on the run", "vanished", "at large"], ALARM, "whereabouts not known"),
    entry(
        &[
            "hard-working families",
            "hardworking families",
            "ordinary people",
            "common sense",
            "obviously",
            "needless to say",
        ],
        VERB,
        "nothing: it adds no fact",
    ),
];

/// Verbs for a change that say how to feel about its size.
pub(super) const SIZE_VERBS: &[&str] = &[
    "soar",
    "soars",
    "soared",
    "soaring",
    "plummet",
    "plummets",
    "plummeted",
    "plummeting",
    "rocket",
    "rocketed",
    "rocketing",
    "skyrocket",
    "skyrocketed",
    "skyrocketing",
    "surge",
    "surges",
    "surged",
    "surging",
    "slump",
    "slumped",
    "balloon",
    "ballooned",
    "ballooning",
    "plunge",
    "plunged",
    "plunging",
    "tumbled",
    "collapsed",
    "spiralled",
    "spiralling",
    "mushroomed",
    "exploded",
    "crashed",
    "nosedived",
    "staggering",
    "whopping",
    "eye-watering",
];

/// Words for a cause.
pub(super) const CAUSES: &[&str] = &[
    "because of",
    "led to",
    "leads to",
    "leading to",
    "as a result of",
    "resulted in",
    "resulting in",
    "due to",
    "thanks to",
    "owing to",
    "caused",
    "caused by",
    "causing",
    "triggered",
    "sparked",
    "fuelled",
    "driven by",
    "brought about",
    "is to blame for",
    "on account of",
];

/// After "due to", these say what is planned and not why.
pub(super) const PLANNED: &[&str] = &[
    "be", "begin", "start", "end", "open", "close", "report", "publish", "appear", "answer", "leave", "take",
    "come", "go", "finish", "meet", "expire", "return", "reply", "run",
];
