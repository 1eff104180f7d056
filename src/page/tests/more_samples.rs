//! The rest of the hand-made views: findings, sources, changes, editions and the plain pages.

use super::samples::*;
use crate::page::*;

fn text(words: &str) -> Option<String> {
    Some(words.to_owned())
}

fn claim(words: &str, source: (&str, &str), said: Option<When>, reported: &str) -> Claim {
    Claim {
        flags: "[p]".to_owned(),
        about: "North, October 2025; provisional".to_owned(),
        part: text("Region: North"),
        quote: Quote {
            words: words.to_owned(),
            speaker: None,
            source: Link::new(source.0, format!("sources/{}/", source.1)),
            said,
        },
        reported: reported.to_owned(),
        kind: CellKind::Number,
        read_as: text("736"),
        counted: text("foreign offenders"),
        when: Some(day("October 2025", "2025-10")),
        scope: None,
        status: Some(status(Standing::Unconfirmed, "not confirmed")),
        path: text("measures/offenders/#figure-pool-736"),
    }
}

pub(super) fn discrepancy_page() -> DiscrepancyPage {
    let line = finding(Tone::Disputed);
    let mut frame = frame(&line.path, &line.title, Section::Discrepancies);
    frame.trail = vec![Link::new("Discrepancies", "discrepancies/")];
    frame.here = "Part or addition".to_owned();
    DiscrepancyPage {
        linked_data: None,
 asks: "Do they agree?".to_owned(),
 histories: Vec::new(),
 provenance: None,
 published: Vec::new(),
        frame,
        title: line.title,
        tone: line.tone,
        verdict: line.verdict,
        summary: line.summary,
        claims: vec![
            claim("A further 736 foreign offenders", ("Media report, 27 November 2025", "news-2025-11-27"), Some(day("27 November 2025", "2025-11-27")), "736"),
            claim("Among those gone missing are 736", ("Media report, 17 December 2025", "news-2025-12-17"), None, "736"),
        ],
        comparable: text("Yes: both give the same number for the same group, and differ on how it relates to the total."),
        comparisons: vec![
            Comparison { point: "What is counted".to_owned(), answer: Match::Same, words: "foreign national offenders recorded as absconded".to_owned() },
            Comparison { point: "Relation to the total".to_owned(), answer: Match::Different, words: "a further group; a part".to_owned() },
            Comparison { point: "Date".to_owned(), answer: Match::NotKnown, words: "the second source states none".to_owned() },
        ],
        gap: Some(Gap { absolute: "736 people".to_owned(), distances: vec![Distance { name: "Ratio".to_owned(), value: "0.986".to_owned(), meaning: "The first number divided by the second.".to_owned() }], words: "The total is 53,298 if they are a part, and 54,034 if they are a further group.".to_owned() }),
        charts: vec![chart()],
        bridge_chart: None,
        bridge: vec![
            BridgeStep { step: "Total if they are a part".to_owned(), amount: "53,298".to_owned(), basis: text("Report headed “absconder pool”") },
            BridgeStep { step: "Offenders counted as a further group".to_owned(), amount: "736".to_owned(), basis: text("Media report, 27 November 2025") },
            BridgeStep { step: "Not accounted for".to_owned(), amount: "0".to_owned(), basis: None },
        ],
        reasoning: text("A group cannot be both inside a total and beside it."),
        conflict: Some(ConflictPart {
            heading: "Figures that cannot all hold".to_owned(),
            figures: vec![WeighedFigure {
                figure: Link::new("736", "measures/offenders/#figure-pool-736"),
                about: "Foreign national offenders".to_owned(),
                source: Link::new("Media report, 27 November 2025", "sources/news-2025-11-27/"),
                when: day("October 2025", "2025-10"),
                weight: "2".to_owned(),
                kind: "media report".to_owned(),
            }],
            ties: vec!["“736” is part of “53,298”.".to_owned()],
            sets: vec!["“736”; “53,298”".to_owned(), "“736”; “54,034”".to_owned()],
            corrections: vec![
                CorrectionLine { only: text("“736” would have to be 0."), together: Vec::new(), weight: "2".to_owned() },
                CorrectionLine { only: None, together: vec!["“53,298” would have to be 54,034.".to_owned(), "“65” would have to be 66.".to_owned()], weight: "3".to_owned() },
            ],
            reading: text("Any one of these would do."),
            limits: vec!["Not every change was looked for.".to_owned()],
            others: vec![Link::new("“270” is not the sum of its periods", "discrepancies/9f2c71d04ab9/")],
        }),
        arithmetic: vec!["53,298 + 736 = 54,034".to_owned()],
        assumptions: vec!["Both accounts are about October 2025.".to_owned()],
        causes: vec![Cause { name: "Part or addition".to_owned(), explanation: "The report may show the 736 in a table of its own without saying whether the total holds them.".to_owned() }],
        settle: vec![Settlement {
            question: text("To ask the Secretary of State for the Home Department, how many people were recorded as absconded in October 2025, and how many of them were foreign national offenders."),
            draft: Some(Link::new("A question drafted to settle this and 5 other findings", "questions/#question-absconders")),
            expected: vec!["October 2025: 53,298, if “53,298” (Report headed “absconder pool”) is right.".to_owned()],
        }],
        replies: vec![Reply { state: "right of reply".to_owned(), text: prose("We do not comment on leaked documents."), by: "Example body".to_owned(), date: day("3 March 2026", "2026-03-03") }],
        past: None,
        log: vec![LogEntry { date: day("17 December 2025", "2025-12-17"), text: "Opened: a second source gave the other reading.".to_owned(), other: None, edition: Some(Link::new("edition 2", "editions/2/")) }],
        measures: vec![Link::new("Foreign national offenders recorded as absconded", "measures/offenders/")],
        rule: Rule { code: "R001".to_owned(), name: "relation-conflict".to_owned(), path: "rules/R001/".to_owned(), about: text("the same two figures are said to be separate and to be part of each other"), fingerprint: "9f2c71d04ab8".to_owned() },
        citation: citation("discrepancies/part-or-addition/"),
    }
}

pub(super) fn discrepancy_list() -> DiscrepancyList {
    DiscrepancyList {
        frame: frame("discrepancies/", "Discrepancies and checks", Section::Discrepancies),
        parts: Vec::new(),
        questions: Some(Link::new("6 questions that would settle what is open", "questions/")),
        disputed: vec![finding(Tone::Disputed)],
        holds: vec![finding(Tone::Holds)],
        not_known: vec![finding(Tone::NotKnown)],
    }
}

pub(super) fn source_page() -> SourcePage {
    let mut frame =
        frame("sources/written-answer-norris/", "Written answer by Alex Norris MP", Section::Sources);
    frame.trail = vec![Link::new("Sources", "sources/")];
    SourcePage {
        shorthand: vec![Shorthand { symbol: "[r]".to_owned(), words: "revised".to_owned() }],
        frame,
        title: "Written answer by Alex Norris MP".to_owned(),
        facts: SourceFacts {
            kind: "Written parliamentary answer".to_owned(),
            body: text("Home Office"),
            speaker: text("Alex Norris MP, minister"),
            reported: Some(day("2026", "2026")),
            known_through: vec![Link::new("Media report, 2026", "sources/news-2026/")],
            repeated_by: vec![Link::new("Media report, 2026", "sources/news-2026/")],
            ..SourceFacts::default()
        },
        figures: vec![
            SourceFigure {
                part: text("Region: North"),
                flags: "[r]".to_owned(),
                measure: Link::new("Staff tracing absconders", "measures/tracing-staff/#figure-answer-65"),
                reported: "c. 65".to_owned(),
                kind: CellKind::Number,
                read_as: "60 to 70".to_owned(),
                when: When { words: "not stated".to_owned(), iso: None },
                status: status(Standing::Confirmed, "stated by Home Office"),
                words: text("c.65 staff currently dedicated to tracing activities"),
            },
            SourceFigure {
                part: text("Region: North"),
                flags: "[r]".to_owned(),
                measure: Link::new("Annual cost of tracing", "measures/tracing-cost/#figure-answer-cost"),
                reported: "not provided: would need collation across several databases".to_owned(),
                kind: CellKind::Words,
                read_as: String::new(),
                when: When { words: "not stated".to_owned(), iso: None },
                status: status(Standing::NotAvailable, "not available"),
                words: None,
            },
        ],
        rest: None,
        provenance: Some(provenance()),
        assertions: vec![Assertion {
            text: "Other staff also take part in tracing:".to_owned(),
            words: text("as well as resources elsewhere"),
            about: Some(Link::new("Staff tracing absconders", "measures/tracing-staff/")),
        }],
        positions: vec![Assertion {
            text: "It said that no target exists.".to_owned(),
            words: text("no formal targets"),
            about: None,
        }],
        findings: vec![finding(Tone::Holds)],
        notes: Some(prose(
            "The date and the reference of the answer are not given in the account through which it is known.",
        )),
        citation: Citation {
            text: "Example Transparency Group, “Written answer by Alex Norris MP”.".to_owned(),
            edition: None,
            latest: None,
            ..Citation::default()
        },
    }
}

pub(super) fn source_list() -> SourceList {
    SourceList {
        frame: frame("sources/", "Sources", Section::Sources),
        parts: Vec::new(),
        sources: vec![
            SourceEntry {
                link: Link::new("Media report, 17 December 2025", "sources/news-2025-12-17/"),
                kind: "Media report".to_owned(),
                who: None,
                public: Some(day("17 December 2025", "2025-12-17")),
                figures: "6 figures".to_owned(),
                repeats: vec![Link::new("Report headed “absconder pool”", "sources/absconder-pool/")],
            },
            SourceEntry {
                link: Link::new("Report headed “absconder pool”", "sources/absconder-pool/"),
                kind: "Leaked document".to_owned(),
                who: text("Home Office"),
                public: None,
                figures: "2 figures".to_owned(),
                repeats: Vec::new(),
            },
        ],
    }
}

pub(super) fn counts() -> Vec<Count> {
    vec![
        Count { number: "9".to_owned(), words: "new figures".to_owned() },
        Count { number: "0".to_owned(), words: "revised".to_owned() },
        Count { number: "1".to_owned(), words: "removed".to_owned() },
    ]
}

pub(super) fn note() -> NoteLine {
    NoteLine {
        anchor: "note-entered-twice".to_owned(),
        kind: "Correction".to_owned(),
        date: day("17 December 2025", "2025-12-17"),
        what: "One figure was taken out.".to_owned(),
        why: "It was entered twice.".to_owned(),
        effect: "None: no total was drawn from it.".to_owned(),
        by: "The editors".to_owned(),
        error: text("The page showed 6,500 as two reports."),
        source: Some(Link::new("Corrections column", "sources/corrections/")),
        replaced_by: Some(Link::new("“6,500”", "measures/staff-called-for/#figure-y")),
    }
}

pub(super) fn change_page() -> ChangePage {
    let mut editions = editions().into_iter();
    let (to, from) = (editions.next().unwrap_or_default(), editions.next().unwrap_or_default());
    let mut frame = frame("changes/2/", "From edition 1 to edition 2", Section::Changes);
    frame.trail = vec![Link::new("Changes", "changes/")];
    ChangePage {
        key: vec!["[c] stands for a number that is withheld.".to_owned()],
        frame,
        title: "From edition 1 to edition 2".to_owned(),
        sentence: "Nine figures are new, none is revised, and five discrepancies were opened.".to_owned(),
        from,
        to,
        counts: counts(),
        biggest: vec![BigChange {
            text: "Staff tracing absconders: first reported, as 65.".to_owned(),
            path: text("measures/tracing-staff/#figure-news-65"),
            why: text("New source."),
        }],
        why: None,
        notes: vec![note()],
        opened: vec![finding(Tone::Disputed)],
        closed: Vec::new(),
        beside: vec![BigChange {
            text: "Source added: Written answer by Alex Norris MP".to_owned(),
            path: Some("sources/norris/".to_owned()),
            why: None,
        }],
        altered: vec![AlteredFinding {
            finding: Link::new("More than 53,000 and 53,298", "discrepancies/rounding/"),
            was: "agrees".to_owned(),
            now: "agrees allowing for rounding".to_owned(),
        }],
        repeated: vec![
            "Staff tracing absconders: 12 figures of “Tables, spring”, as in “Tables, winter”.".to_owned(),
        ],
        rest: Some(Link::new("The first 3 of 9 changes. All are in the CSV file.", "data/changes-2.csv")),
        rows: vec![
            ChangeRow {
                figure: Link::new("Staff tracing absconders", "measures/tracing-staff/#figure-news-65"),
                detail: text("Media report, 17 December 2025"),
                kind: "new".to_owned(),
                was: None,
                now: text("65"),
                why: text("New source."),
            },
            ChangeRow {
                figure: Link::new("Staff tracing absconders", "measures/tracing-staff/#figure-answer-65"),
                detail: None,
                kind: "revised".to_owned(),
                was: text("65"),
                now: text("c. 65"),
                why: None,
            },
            ChangeRow {
                figure: Link::new("Staff called for", "measures/staff-called-for/#figure-x"),
                detail: None,
                kind: "removed".to_owned(),
                was: text("6,500"),
                now: None,
                why: text("Entered twice."),
            },
        ],
        downloads: downloads(),
        digests: Some(Digests { before: "ab".repeat(32), after: "cd".repeat(32) }),
    }
}

pub(super) fn gone_measure_page() -> GonePage {
    GonePage {
        frame: frame("measures/staff-called-for/", "Staff called for", Section::Measures),
        noun: "measure",
        title: "Staff called for".to_owned(),
        went: Some(Link::new("Edition 2", "changes/2/")),
        date: Some(day("17 December 2025", "2025-12-17")),
        unseen: None,
        note: Some(note()),
        versions: vec![Version {
            link: Link::new("Edition 1", "measures/staff-called-for/v/1/"),
            date: day("27 November 2025", "2025-11-27"),
            ..Version::default()
        }],
        gone: Vec::new(),
    }
}

pub(super) fn change_list() -> ChangeList {
    ChangeList {
        frame: frame("changes/", "Changes", Section::Changes),
        changes: vec![ChangeEntry {
            link: Link::new("From edition 1 to edition 2", "changes/2/"),
            date: day("17 December 2025", "2025-12-17"),
            sentence: "Nine figures are new and five discrepancies were opened.".to_owned(),
            counts: counts(),
        }],
    }
}

pub(super) fn edition_page() -> EditionPage {
    let mut frame = frame("editions/1/", "Edition 1", Section::Editions);
    frame.trail = vec![Link::new("Editions", "editions/")];
    EditionPage {
        frame,
        number: "1".to_owned(),
        date: day("27 November 2025", "2025-11-27"),
        note: Some(prose("What was known on 27 November 2025.")),
        withdrawn: Some(Withdrawal {
            date: day("1 March 2026", "2026-03-01"),
            reason: "A figure had been entered twice.".to_owned(),
            instead: Some(Link::new("edition 2", "editions/2/")),
        }),
        latest: Some(Link::new("Read edition 2", "editions/2/")),
        counts: counts(),
        changes: None,
        others: vec![Link::new("Annual cost of tracing", "measures/tracing-cost/v/1/")],
        rest: Some(Link::new("8 more measures: the page of each lists its versions", "measures/")),
        measures: lines(),
        previous: None,
        next: Some(Link::new("Edition 2", "editions/2/")),
        chain: Chain {
            digest: "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae".to_owned(),
            previous: None,
            command: "onrecord verify".to_owned(),
        },
        downloads: downloads(),
        citation: citation("editions/1/"),
    }
}

pub(super) fn edition_list() -> EditionList {
    EditionList {
        frame: frame("editions/", "Editions", Section::Editions),
        draft: Some(Link::new("What edition 3 would change", "changes/draft/")),
        editions: editions(),
    }
}

pub(super) fn measure_list() -> MeasureList {
    MeasureList {
        frame: frame("measures/", "Measures", Section::Measures),
        parts: vec![Link::new("1 to 4", "measures/"), Link::new("5 to 8", "measures/part/2/")],
        groups: vec![MeasureGroup { topic: text("Absconders"), measures: lines() }],
    }
}

pub(super) fn downloads_page() -> DownloadsPage {
    DownloadsPage {
        frame: frame("downloads/", "Downloads", Section::Downloads),
        groups: vec![DownloadGroup {
            title: "People recorded as absconded".to_owned(),
            page: Some(Link::new("", "measures/absconders/")),
            downloads: downloads(),
        }],
    }
}

pub(super) fn authored_page() -> AuthoredPage {
    let body = Prose { root: "../", prefix: "page", under: Under::Page }.html("This site states *what was reported*.\n\n# Words and ranges\n\n| Words | Read as |\n|---|--:|\n| c. 65 | 60 to 70 |\n\nSee the [measures](/measures/).\n");
    AuthoredPage { frame: frame("method/", "Method", Section::Elsewhere), title: "Method".to_owned(), body }
}

pub(super) fn not_found_page() -> NotFoundPage {
    let mut frame = frame("404.html", "There is no page at this address", Section::Elsewhere);
    frame.root = "/".to_owned();
    NotFoundPage { frame }
}

pub(super) fn search_page() -> SearchPage {
    SearchPage {
        frame: frame("search/", "Search", Section::Search),
        lists: vec![Link::new("Measures (2)", "measures/"), Link::new("Sources (10)", "sources/")],
    }
}

pub(super) fn index_page() -> IndexPage {
    let shelf =
        |text: &str, path: &str, count: &str| Shelf { link: Link::new(text, path), count: count.to_owned() };
    IndexPage {
        frame: frame("a-z/", "A to Z", Section::Measures),
        groups: vec![
            IndexGroup {
                anchor: "letters".to_owned(),
                title: "By letter".to_owned(),
                shelves: vec![shelf("P", "a-z/p/", "1 measure"), shelf("S", "a-z/s/", "250 measures")],
            },
            IndexGroup {
                anchor: "bodies".to_owned(),
                title: "By body".to_owned(),
                shelves: vec![shelf("Home Office", "a-z/body/home-office/", "251 measures")],
            },
        ],
    }
}

pub(super) fn shelf_page() -> ShelfPage {
    ShelfPage {
        frame: frame("a-z/s/", "S", Section::Measures),
        title: "S".to_owned(),
        parts: vec![Link::new("Staff in Ashby", "a-z/s/"), Link::new("Staff in York", "lists/a-z/s/2/")],
        measures: vec![Link::new("Staff who trace absconders", "measures/staff/")],
    }
}

pub(super) fn reading_page() -> ReadingPage {
    ReadingPage {
        frame: frame("reading/", "How to read this site", Section::Elsewhere),
        phrases: vec![PhraseLine {
            words: "c.65".to_owned(),
            core: "65".to_owned(),
            typical: "63 to 67".to_owned(),
            loosest: "60 to 70".to_owned(),
        }],
        symbols: vec![Shorthand { symbol: "[p]".to_owned(), words: "provisional".to_owned() }],
        verdicts: vec![VerdictLine {
            words: "agrees".to_owned(),
            meaning: "They have values in common.".to_owned(),
        }],
        corrections: Some(Link::new("Corrections", "corrections/")),
        rules: Link::new("All rules", "rules/"),
    }
}
