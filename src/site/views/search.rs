//! The page of the search, and what can be found with it.

use super::{Scene, figures, headline, rules, scene};
use crate::finding::{Finding, RuleDoc};
use crate::model::{AuthoredPage, Figure, Measure, Source};
use crate::page::{Link, SearchPage, Section, Tone, cleaned};
use crate::question::Question;
use crate::seek::{self, Entry, Kind, Words};
use crate::site::{Released, routes};

/// The page of the search.
pub(in crate::site) fn page(scene: &Scene<'_>) -> SearchPage {
    let dataset = scene.record().dataset();
    let list = |number: usize, words: &str, path: &str| Link::new(format!("{words} ({number})"), path);
    let mut frame = scene.frame(routes::SEARCH, "Search", Section::Search);
    frame.description =
        Some("Every measure, source, discrepancy, question and page of this site.".to_owned());
    SearchPage {
        lists: vec![
            Link::new("A to Z, topics and bodies", routes::INDEX),
            list(dataset.measures().len(), "Measures", routes::MEASURES),
            list(scene.findings().count(), "Discrepancies, checks and gaps", routes::DISCREPANCIES),
            list(scene.publication.questions().len(), "Questions", routes::QUESTIONS),
            list(dataset.sources().len(), "Sources", routes::SOURCES),
            list(scene.editions.len(), "Editions", routes::EDITIONS),
        ],
        frame,
    }
}

/// The files that the search reads, by path below its folder. They tell of the record as it stands, and of nothing
/// that only an edition holds.
pub(in crate::site) fn files(scene: &Scene<'_>, pages: &[AuthoredPage]) -> Vec<(String, Vec<u8>)> {
    let dataset = scene.record().dataset();
    let mut things: Vec<Thing<'_>> = dataset.measures().map(Thing::Measure).collect();
    things.extend(scene.findings().map(Thing::Finding));
    things.extend(dataset.sources().map(Thing::Source));
    things.extend(scene.publication.questions().iter().map(Thing::Question));
    things.extend(pages.iter().map(Thing::Page));
    things.extend(scene.editions.iter().map(Thing::Edition));
    things.extend(rules::documentation().map(Thing::Rule));
    seek::files(&things, |thing| entry(scene, *thing))
}

/// What can be found.
#[derive(Clone, Copy)]
enum Thing<'a> {
    Measure(&'a Measure),
    Finding(&'a Finding),
    Source(&'a Source),
    Question(&'a Question),
    Page(&'a AuthoredPage),
    Edition(&'a Released),
    Rule(&'static RuleDoc),
}

/// An entry, what is shown of it as harmless as on a page.
fn entry(scene: &Scene<'_>, thing: Thing<'_>) -> Entry {
    let made = made(scene, thing);
    Entry {
        title: cleaned(&made.title),
        detail: cleaned(&made.detail),
        status: cleaned(&made.status),
        when: cleaned(&made.when),
        body: made.body.as_deref().map(cleaned),
        ..made
    }
}

fn made(scene: &Scene<'_>, thing: Thing<'_>) -> Entry {
    match thing {
        Thing::Measure(measure) => of_measure(scene, measure),
        Thing::Finding(finding) => of_finding(scene, finding),
        Thing::Source(source) => of_source(scene, source),
        Thing::Question(question) => of_question(scene, question),
        Thing::Page(page) => of_page(page),
        Thing::Edition(edition) => of_edition(edition),
        Thing::Rule(doc) => of_rule(doc),
    }
}

/// An entry with nothing but its name.
fn plain(kind: Kind, path: String, title: &str) -> Entry {
    Entry {
        kind,
        path,
        title: title.to_owned(),
        detail: String::new(),
        status: String::new(),
        when: String::new(),
        body: None,
        standing: None,
        disputed: false,
        years: None,
        words: Words { titles: vec![title.to_owned()], ..Words::default() },
    }
}

fn of_measure(scene: &Scene<'_>, measure: &Measure) -> Entry {
    let record = scene.record();
    let line = headline::line(scene, measure);
    let top = super::chosen::chosen(record, measure);
    let all = record.dataset().figures_of(&measure.id);
    let figure = line.figure.unwrap_or_else(|| "No figure is known".to_owned());
    let words = Words {
        references: std::iter::once(measure.id.to_string())
            .chain(all.iter().map(|one| one.id.to_string()))
            .collect(),
        titles: [Some(&measure.title), measure.question.as_ref(), measure.short.as_ref()]
            .into_iter()
            .flatten()
            .cloned()
            .collect(),
        labels: labels_of(scene, measure),
        texts: measure
            .definition
            .iter()
            .chain(&measure.caveats)
            .cloned()
            .chain(all.iter().flat_map(said))
            .collect(),
    };
    Entry {
        detail: line.unit.map_or_else(|| figure.clone(), |unit| format!("{figure} {unit}")),
        status: line.status.map(|status| status.words).unwrap_or_default(),
        when: line.when.map(|when| when.words).unwrap_or_default(),
        body: body_of(scene, measure),
        standing: top.map(|figure| record.standings().standing(figure)),
        disputed: line.discrepancies.is_some(),
        years: years(scene, all.iter()),
        words,
        ..plain(Kind::Measure, routes::measure(&measure.id), measure.heading())
    }
}

/// The body that holds the figures of a measure.
fn body_of(scene: &Scene<'_>, measure: &Measure) -> Option<String> {
    measure.responsible.as_ref().map(|id| scene.record().dataset().body_name(id).to_owned())
}

fn labels_of(scene: &Scene<'_>, measure: &Measure) -> Vec<String> {
    let body = measure.responsible.as_ref().and_then(|id| scene.record().dataset().body(id));
    let named = [
        measure.topic.as_ref(),
        Some(&measure.unit),
        measure.population.as_ref(),
        measure.coverage.as_ref(),
        body.map(|body| &body.name),
        body.and_then(|body| body.short.as_ref()),
    ];
    let parts = measure.dimensions.values();
    let parts = parts.flat_map(|dimension| dimension.codes.values().chain(std::iter::once(&dimension.title)));
    named.into_iter().flatten().chain(parts).cloned().collect()
}

/// The words of a figure: as it was reported, and what stands beside it.
fn said(figure: &Figure) -> Vec<String> {
    let wording = figure.wording();
    let beside = [figure.note.as_ref(), wording.described_as.as_ref(), wording.quoted.as_ref()];
    std::iter::once(&figure.reported).chain(beside.into_iter().flatten()).cloned().collect()
}

fn of_finding(scene: &Scene<'_>, finding: &Finding) -> Entry {
    let record = scene.record();
    let figures: Vec<&Figure> = finding.figures.iter().filter_map(|id| record.figure(id)).collect();
    let measures = figures::measures_of(record, finding);
    let measures: Vec<&Measure> =
        measures.into_iter().filter_map(|id| record.dataset().measure(id)).collect();
    let sources = finding.sources.iter().filter_map(|id| record.dataset().source(id));
    let kind = match scene::tone(finding) {
        Tone::Disputed => Kind::Discrepancy,
        Tone::Holds => Kind::Check,
        Tone::NotKnown => Kind::Gap,
    };
    let years = years(scene, figures.iter().copied());
    let own = plain(kind, routes::finding(&finding.fingerprint), &finding.title);
    Entry {
        detail: scene::verdict_words(finding).to_owned(),
        when: years.map(span).unwrap_or_default(),
        body: measures.iter().find_map(|measure| body_of(scene, measure)),
        disputed: kind == Kind::Discrepancy,
        years,
        words: Words {
            references: vec![finding.fingerprint.as_str().to_owned(), finding.code.to_owned()],
            labels: measures
                .iter()
                .flat_map(|measure| [Some(measure.short_title().to_owned()), measure.topic.clone()])
                .flatten()
                .chain(sources.map(|source| source.title.clone()))
                .collect(),
            texts: std::iter::once(finding.message.clone())
                .chain(figures.iter().map(|figure| figure.reported.clone()))
                .collect(),
            ..own.words
        },
        ..own
    }
}

fn of_source(scene: &Scene<'_>, source: &Source) -> Entry {
    let dataset = scene.record().dataset();
    let body = source.body.as_ref().map(|id| dataset.body_name(id).to_owned());
    let person = super::source::person(source);
    let date = source.public_date();
    let own = plain(Kind::Source, routes::source(&source.id), &source.title);
    let named = [Some(source.kind.words().to_owned()), person.clone().or_else(|| body.clone())];
    Entry {
        detail: headline::sentence_case(&named.into_iter().flatten().collect::<Vec<_>>().join(", ")),
        when: date.map(|date| date.words()).unwrap_or_default(),
        years: date.map(|date| (date.earliest().year(), date.latest().year())),
        words: Words {
            references: std::iter::once(source.id.to_string()).chain(source.reference.clone()).collect(),
            labels: [Some(source.kind.words().to_owned()), person, body.clone()]
                .into_iter()
                .flatten()
                .collect(),
            texts: std::iter::once(source.notes.clone())
                .chain(scene.figures_in(&source.id).iter().map(|figure| figure.reported.clone()))
                .collect(),
            ..own.words
        },
        body,
        ..own
    }
}

fn of_question(scene: &Scene<'_>, question: &Question) -> Entry {
    let measure = scene.record().dataset().measure(&question.measure);
    let path =
        scene.question_on(&question.measure).map_or_else(|| routes::QUESTIONS.to_owned(), |link| link.path);
    let own = plain(Kind::Question, path, &question.about);
    Entry {
        detail: match question.settles.len() {
            1 => "It would settle 1 finding".to_owned(),
            many => format!("It would settle {many} findings"),
        },
        body: measure.and_then(|measure| body_of(scene, measure)),
        years: years(scene, scene.record().dataset().figures_of(&question.measure).iter()),
        words: Words {
            labels: question
                .asked_of
                .iter()
                .cloned()
                .chain(measure.and_then(|measure| measure.topic.clone()))
                .collect(),
            texts: vec![question.written.clone()],
            ..own.words
        },
        ..own
    }
}

fn of_page(page: &AuthoredPage) -> Entry {
    let own = plain(Kind::Page, routes::authored(&page.slug), &page.title);
    Entry {
        detail: page.summary.clone().unwrap_or_default(),
        words: Words {
            labels: page.summary.iter().cloned().collect(),
            texts: vec![page.body.clone()],
            ..own.words
        },
        ..own
    }
}

fn of_edition(edition: &Released) -> Entry {
    let own = plain(Kind::Edition, routes::edition(edition.number), &format!("Edition {}", edition.number));
    Entry {
        detail: edition.note.lines().next().unwrap_or_default().chars().take(160).collect(),
        when: edition.date.words(),
        years: Some((edition.date.earliest().year(), edition.date.latest().year())),
        words: Words { texts: vec![edition.note.clone()], ..own.words },
        ..own
    }
}

fn of_rule(doc: &'static RuleDoc) -> Entry {
    let own = plain(Kind::Rule, routes::rule(doc.code), &format!("{} {}", doc.code, doc.name));
    Entry {
        detail: doc.finds.to_owned(),
        words: Words {
            texts: [doc.finds, doc.matters, doc.example, doc.resolve].map(str::to_owned).into(),
            ..own.words
        },
        ..own
    }
}

/// The first and the last year that figures are about.
fn years<'a>(scene: &Scene<'_>, figures: impl Iterator<Item = &'a Figure>) -> Option<(i16, i16)> {
    let timings = figures.map(|figure| scene.record().lineage().timing(figure));
    let each = timings.filter_map(|timing| Some((timing.earliest()?.year(), timing.latest()?.year())));
    each.reduce(|(from, to), (earlier, later)| (from.min(earlier), to.max(later)))
}

/// "2023 to 2025".
fn span((from, to): (i16, i16)) -> String {
    if from == to { from.to_string() } else { format!("{from} to {to}") }
}
