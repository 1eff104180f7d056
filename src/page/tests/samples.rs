//! Views made by hand from the founding case, for the snapshots of each kind of page.

use crate::page::*;

pub(super) fn site() -> Site {
    Site {
        title: "On the record: absconders".to_owned(),
        tagline: Some(
            "What has been said about people recorded as absconded, and the staff who trace them".to_owned(),
        ),
        publisher: "Example Transparency Group".to_owned(),
        contact: Some("corrections@example.org".to_owned()),
        contact_url: WebAddress::new("mailto:corrections@example.org"),
        licence: Some("Creative Commons Attribution 4.0".to_owned()),
        licence_url: WebAddress::new("https://creativecommons.org/licenses/by/4.0/"),
        pages: vec![Link::new("About", "about/"), Link::new("Method", "method/")],
        ..Site::default()
    }
}

pub(super) fn frame(path: &str, title: &str, section: Section) -> Frame {
    let mut frame = Frame::new(site(), path, title, section);
    frame.edition = Some(EditionStamp {
        number: "2".to_owned(),
        date: day("17 December 2025", "2025-12-17"),
        path: Some("editions/2/".to_owned()),
        state: EditionState::Released,
    });
    frame
}

pub(super) fn day(words: &str, iso: &str) -> When {
    When { words: words.to_owned(), iso: Some(iso.to_owned()) }
}

pub(super) fn status(standing: Standing, words: &str) -> Status {
    Status { standing, words: words.to_owned(), sentence: None, source: None }
}

fn unconfirmed() -> Status {
    status(Standing::Unconfirmed, "not confirmed")
}

fn text(words: &str) -> Option<String> {
    Some(words.to_owned())
}

pub(super) fn prose(markdown: &str) -> Html {
    Prose { root: "../../", prefix: "definition", under: Under::Section }.html(markdown)
}

pub(super) fn chart() -> ChartFigure {
    ChartFigure {
        title: "Seven accounts of one total, none confirmed".to_owned(),
        subtitle: "People recorded as absconded, United Kingdom, as reported November 2025 to 2026".to_owned(),
        picture: Svg::drawn(
            r#"<svg viewBox="0 0 400 60" role="img" aria-labelledby="c1-t"><title id="c1-t">A line</title><path d="M0 30h400" stroke="currentColor"/></svg>"#.to_owned(),
        ),
        note: text("Source: the table below."),
        downloads: vec![Download {
            format: "SVG".to_owned(),
            about: "the chart as a drawing".to_owned(),
            path: "measures/absconders/claims.svg".to_owned(),
            size: "9.2 kB".to_owned(),
            frozen: Some(Link::new("as in edition 3", "measures/absconders/v/3/claims.svg")),
        }],
        files: Vec::new(),
    }
}

pub(super) fn finding(tone: Tone) -> FindingLine {
    match tone {
        Tone::Disputed => FindingLine {
            path: "discrepancies/part-or-addition/".to_owned(),
            title: "736 foreign national offenders: part of the 53,298, or a further group?".to_owned(),
            tone,
            verdict: "cannot both be true as stated".to_owned(),
            summary: "One report describes the 736 as a further group beside the 53,298; another counts them among it. The total is 53,298 or 54,034.".to_owned(),
            gap: text("736 people (1.4%)"),
            measure: Some(Link::new("People recorded as absconded", "measures/absconders/")),
            state: None,
        },
        Tone::Holds => FindingLine {
            path: "discrepancies/per-staff/".to_owned(),
            title: "“Around 820” people to each member of staff".to_owned(),
            tone,
            verdict: "agrees".to_owned(),
            summary: "53,298 divided by 65 is 819.97. With c. 65 the range is about 795 to 846, and it rests on a total that is not confirmed.".to_owned(),
            gap: None,
            measure: Some(Link::new("People per member of tracing staff", "measures/per-staff/")),
            state: None,
        },
        Tone::NotKnown => FindingLine {
            path: "discrepancies/annual-cost/".to_owned(),
            title: "Annual cost of tracing".to_owned(),
            tone,
            verdict: "not available".to_owned(),
            summary: "The minister reported that the cost would have to be collated from several databases.".to_owned(),
            gap: None,
            measure: Some(Link::new("Annual cost of tracing", "measures/tracing-cost/")),
            state: text("asked again, 3 March 2026"),
        },
    }
}

pub(super) fn citation(path: &str) -> Citation {
    Citation {
        text: text("Example Transparency Group, “People recorded as absconded”, On the record: absconders, edition 2, 17 December 2025.").unwrap_or_default(),
        edition: Some(Address { text: format!("https://example.org/{path}v/2/"), path: format!("{path}v/2/") }),
        latest: Some(Address { text: format!("https://example.org/{path}"), path: path.to_owned() }),
        forms: vec![CitationForm { name: "BibTeX".to_owned(), text: "@misc{absconders.v2,\n}\n".to_owned() }],
        figures: text("cite/pool-53298.json"),
    }
}

pub(super) fn downloads() -> Vec<Download> {
    let file = |format: &str, size: &str| Download {
        format: format.to_owned(),
        about: "every figure of this measure".to_owned(),
        path: format!("data/absconders.{}", format.to_lowercase()),
        size: size.to_owned(),
        frozen: Some(Link::new("as in edition 2", format!("data/v/2/absconders.{}", format.to_lowercase()))),
    };
    vec![file("CSV", "2.1 kB"), file("JSON", "5.3 kB")]
}

pub(super) fn row(
    id: &str,
    when: &str,
    reported: &str,
    read_as: &str,
    source: (&str, &str),
    said: Option<When>,
) -> FigureRow {
    FigureRow {
        anchor: figure_anchor(id),
        when: When { words: when.to_owned(), iso: None },
        dimensions: Vec::new(),
        reported: reported.to_owned(),
        kind: if read_as.is_empty() { CellKind::Words } else { CellKind::Number },
        flags: String::new(),
        read_as: read_as.to_owned(),
        source: Link::new(source.0, format!("sources/{}/", source.1)),
        said,
        status: unconfirmed(),
        wording: None,
        note: None,
    }
}

fn rows() -> Vec<FigureRow> {
    let november = || Some(day("27 November 2025", "2025-11-27"));
    let december = || Some(day("17 December 2025", "2025-12-17"));
    let mut rows = vec![
        row(
            "ho-2016",
            "2016",
            "nearly 60,000",
            "50,000 to 60,000",
            ("Home Office statement", "ho-line-2026"),
            Some(day("2026", "2026")),
        ),
        row(
            "pool",
            "October 2025",
            "53,298",
            "53,298",
            ("Report headed “absconder pool”", "absconder-pool"),
            november(),
        ),
        row(
            "news-nov",
            "October 2025",
            "more than 53,000",
            "more than 53,000",
            ("Media report", "news-2025-11-27"),
            november(),
        ),
        row(
            "x-post",
            "not stated",
            "53,298",
            "53,298",
            ("Post by Rupert Lowe MP", "x-post-lowe"),
            december(),
        ),
        row(
            "news-2026",
            "not stated",
            "more than 53,000",
            "more than 53,000",
            ("Media report", "news-2026"),
            None,
        ),
    ];
    if let Some(last) = rows.last_mut() {
        last.note = text("Worded to include people who overstayed visas.");
    }
    if let Some(first) = rows.first_mut() {
        first.status = status(Standing::Confirmed, "stated by Home Office, 2026");
        first.flags = "[e]".to_owned();
    }
    rows
}

pub(super) fn provenance() -> Provenance {
    let report = |depth, words: &str, source: &str, way: &str| Report {
        depth,
        reported: Link::new(format!("“{words}”"), "measures/absconders/#figure-pool"),
        source: Some(Link::new(source, "sources/absconder-pool/")),
        way: way.to_owned(),
        kind: "media report".to_owned(),
        date: Some(day("27 November 2025", "2025-11-27")),
        changed: Vec::new(),
        from: Vec::new(),
    };
    let mut reports = vec![
        report(0, "53,298", "Report headed “absconder pool”", "Origin"),
        report(1, "more than 53,000", "Media report", "Repeats it"),
        report(1, "53,298", "Post by Rupert Lowe MP", "Repeats it"),
    ];
    if let Some(last) = reports.last_mut() {
        last.changed = vec![Link::new("date dropped", "discrepancies/date/")];
    }
    let derived = vec![report(0, "around 54,000", "Media report", "Worked out")];
    Provenance {
        summary: "Each report stands below the one that it repeats.".to_owned(),
        families: vec![Family {
            heading: "October 2025".to_owned(),
            count: "3 reports, 1 origin".to_owned(),
            meaning: "All of them go back to one origin.".to_owned(),
            tree: origin_tree(&reports, "../../"),
            derived: origin_tree(&derived, "../../"),
            rest: Some(Link::new("12 more reports are in the table", "measures/absconders/#figures")),
            ..Family::default()
        }],
        rest: None,
    }
}

pub(super) fn measure_page() -> MeasurePage {
    let path = "measures/absconders/";
    let question = "How many people are recorded as absconded?";
    let mut frame = frame(path, question, Section::Measures);
    frame.trail = vec![Link::new("Measures", "measures/")];
    frame.here = "People recorded as absconded".to_owned();
    frame.description = text(
        "53,298 people, October 2025: not confirmed. What was reported, by whom, and where accounts differ.",
    );
    MeasurePage {
        frame,
        question: question.to_owned(),
        title: text("People recorded as absconded from immigration control, whereabouts unknown"),
        headline: Some(Headline {
            words: "53,298".to_owned(),
            unit: text("people"),
            read_as: None,
            direction: None,
            flags: vec![Shorthand { symbol: "[p]".to_owned(), words: "provisional".to_owned() }],
            later: text("A later figure is on record: “c. 54,000” for January 2026 (A letter), not confirmed."),
            beside: text("Also reported as “more than 53,000”, and compared by Home Office with “nearly 60,000” in 2016."),
            status: Status {
                sentence: text("Home Office has not confirmed this figure."),
                source: Some(Link::new("Home Office statement, reported 27 November 2025", "sources/ho-line-2025-11/")),
                ..unconfirmed()
            },
            anchor: figure_anchor("pool"),
        }),
        dates: Dates {
            position: Some(day("October 2025", "2025-10")),
            published: Some(day("27 November 2025", "2025-11-27")),
            changed: Some(day("17 December 2025", "2025-12-17")),
            changed_in: Some(Link::new("edition 2", "editions/2/")),
            next: None,
        },
        source: Some(SourceLine {
            link: Link::new("Report headed “absconder pool”", "sources/absconder-pool/"),
            kind: "leaked document".to_owned(),
            body: text("Home Office"),
            ..SourceLine::default()
        }),
        notices: vec![finding(Tone::Disputed), finding(Tone::NotKnown)],
        question_to_ask: Some(Link::new("The question that would settle most of this", "questions/#question-absconders")),
        holds: vec![finding(Tone::Holds)],
        definition: Definition {
            text: Some(prose("People who breached **immigration bail** or escaped detention and whose whereabouts are not known.")),
            unit: "people".to_owned(),
            nature: Some(Nature::Stock),
            population: text("People subject to immigration control"),
            includes: vec!["breach of immigration bail".to_owned(), "escape from detention".to_owned()],
            responsible: text("Home Office"),
            ..Definition::default()
        },
        charts: vec![chart()],
        figures: FigureTable {
            caption: "People recorded as absconded, whereabouts unknown, as reported".to_owned(),
            shorthand: vec![Shorthand { symbol: "[e]".to_owned(), words: "estimated".to_owned() }],
            withheld: None,
            dimensions: Vec::new(),
            rows: rows(),
        },
        provenance: Some(provenance()),
        histories: vec![StatusHistory {
            figure: Link::new("“53,298”", "measures/absconders/#figure-pool"),
            source: Link::new("Report headed “absconder pool”", "sources/absconder-pool/"),
            when: day("October 2025", "2025-10"),
            order: text("The dates do not settle the order of all of these."),
            steps: vec![StatusStep {
                when: day("27 November 2025", "2025-11-27"),
                status: unconfirmed(),
                because: "Home Office did not confirm the figure and said that it does not comment on speculation.".to_owned(),
                outcome: "That neither confirms nor denies it, so the status stays “not confirmed”.".to_owned(),
                source: Some(Link::new("Home Office statement", "sources/ho-line-2025-11/")),
            },
            StatusStep {
                when: day("2026", "2026"),
                status: unconfirmed(),
                because: "Home Office did not confirm the exact figure; it said the figures were “broadly consistent” with 2016.".to_owned(),
                outcome: "The two are for different dates or periods, so the status stays “not confirmed”.".to_owned(),
                source: None,
            }],
        }],
        caveats: vec![prose("The report was not published. This site has not seen it; the figures are known through the accounts listed above.")],
        gone: vec![Tombstone {
            anchor: "figure-staff-x".to_owned(),
            reported: "6,500".to_owned(),
            detail: "October 2025, Report in a newspaper".to_owned(),
            last: Some(Link::new("As it stood in edition 1", "measures/absconders/v/1/#figure-staff-x")),
            went: Link::new("Edition 2", "changes/2/"),
            date: day("17 December 2025", "2025-12-17"),
            note: Some(super::more_samples::note()),
        }],
        changes: vec![MeasureChange {
            edition: Link::new("edition 2", "changes/2/"),
            date: day("17 December 2025", "2025-12-17"),
            kind: "New figures".to_owned(),
            text: "Two further accounts of the total were added.".to_owned(),
            ..MeasureChange::default()
        }],
        triangle: Some(TriangleTable {
            editions: vec![Link::new("Edition 1", "measures/absconders/v/1/"), Link::new("Edition 2", "measures/absconders/v/2/")],
            rows: vec![TriangleLine {
                when: day("October 2025", "2025-10"),
                cells: vec![
                    TriangleCell { reported: text("53,298"), is_revised: false },
                    TriangleCell { reported: text("53,299"), is_revised: true },
                    TriangleCell::default(),
                ],
            }],
            summary: "For the 1 date or period of which two editions give a number, the latest number less the first is +1 people.".to_owned(),
            left_out: text("Not shown: 1 earlier edition. The averages are over all."),
        }),
        versions: vec![
            Version { link: Link::new("Edition 2", "measures/absconders/v/2/"), date: day("17 December 2025", "2025-12-17"), headline: text("53,298"), status: Some(unconfirmed()) },
            Version { link: Link::new("Edition 1", "measures/absconders/v/1/"), date: day("27 November 2025", "2025-11-27"), headline: text("53,298"), status: Some(unconfirmed()) },
        ],
        citation: citation(path),
        downloads: downloads(),
        related: vec![Link::new("Foreign national offenders recorded as absconded", "measures/offenders/")],
        ..MeasurePage::default()
    }
}

fn line(
    title: &str,
    id: &str,
    figure: Option<&str>,
    unit: &str,
    when: Option<When>,
    status: Status,
    source: &str,
) -> MeasureLine {
    MeasureLine {
        measure: Link::new(title, format!("measures/{id}/")),
        figure: figure.map(str::to_owned),
        unit: text(unit),
        when,
        status: Some(status),
        source: Some(Link::new(source, "sources/absconder-pool/")),
        discrepancies: None,
    }
}

pub(super) fn lines() -> Vec<MeasureLine> {
    let mut lines = vec![
        line(
            "People recorded as absconded",
            "absconders",
            Some("53,298"),
            "people",
            Some(day("October 2025", "2025-10")),
            unconfirmed(),
            "Leaked document, first reported 27 November 2025",
        ),
        line(
            "Staff tracing absconders",
            "tracing-staff",
            Some("c. 65"),
            "staff",
            None,
            status(Standing::Confirmed, "stated by Home Office"),
            "Written answer by Alex Norris MP",
        ),
        line(
            "Staff called for",
            "staff-called-for",
            Some("6,500"),
            "officers",
            None,
            status(Standing::CalledFor, "called for, not measured"),
            "Media report, 17 December 2025",
        ),
        line(
            "Annual cost of tracing",
            "tracing-cost",
            None,
            "pounds",
            None,
            status(Standing::NotAvailable, "not available: would need collation"),
            "Written answer by Alex Norris MP",
        ),
    ];
    if let Some(first) = lines.first_mut() {
        first.discrepancies = Some(Link::new("4 discrepancies", "measures/absconders/#notices"));
    }
    lines
}

pub(super) fn editions() -> Vec<EditionLine> {
    vec![
        EditionLine {
            number: "2".to_owned(),
            path: "editions/2/".to_owned(),
            date: day("17 December 2025", "2025-12-17"),
            note: text("What was known on 17 December 2025."),
            changes: Some(Link::new("9 new figures; 5 discrepancies opened", "changes/2/")),
        },
        EditionLine {
            number: "1".to_owned(),
            path: "editions/1/".to_owned(),
            date: day("27 November 2025", "2025-11-27"),
            note: text("What was known on 27 November 2025."),
            changes: None,
        },
    ]
}

pub(super) fn home_page() -> HomePage {
    let mut frame = frame("", "On the record: absconders", Section::Home);
    frame.here = String::new();
    HomePage {
        frame,
        introduction: None,
        measures: lines(),
        all_measures: Link::new("All 8 measures", "measures/"),
        disputed: vec![finding(Tone::Disputed)],
        not_known: vec![finding(Tone::NotKnown)],
        all_findings: Link::new("All 12 discrepancies and checks", "discrepancies/"),
        questions: Some(Link::new("6 questions that would settle what is open", "questions/")),
        glance: vec![Glance {
            number: "8".to_owned(),
            words: "measures".to_owned(),
            path: "measures/".to_owned(),
        }],
        last: editions().into_iter().next(),
        all_editions: Some(Link::new("All 3 editions", "editions/")),
        all_sources: Link::new("All 10 sources", "sources/"),
    }
}
