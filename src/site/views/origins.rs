//! Where figures come from: the trees of origins on the pages of measures and sources.

use super::headline::sentence_case;
use super::{Scene, figures, when};
use crate::finding::Finding;
use crate::model::{Figure, FigureId, FigureKey, Measure, Source};
use crate::page::{Family, Link, Provenance, Report, origin_tree};
use crate::period::Timing;
use crate::reconcile::{Branch, Origins, Way, is_joined};
use crate::site::routes;
use std::collections::{BTreeMap, BTreeSet};

/// The most things with several reports that one page shows.
const MOST_FAMILIES: usize = 12;
/// The most reports in the trees of one thing.
const MOST_REPORTS: usize = 24;

/// Rules that tell what a repetition changed, with the change in words. Their findings name the origin first.
pub(super) const CHANGES: [(&str, &str); 5] = [
    ("R002", "hedge dropped"),
    ("R003", "unit or scope changed"),
    ("R012", "date dropped"),
    ("R019", "hedge added"),
    ("R020", "word of size added"),
];

/// Where the figures of a measure come from; none where it has no figure with a value.
pub(super) fn of_measure(scene: &Scene<'_>, measure: &Measure, root: &str) -> Option<Provenance> {
    let record = scene.record();
    let valued = record.dataset().figures_of(&measure.id).iter().filter(|f| f.reading().amount().is_some());
    let sources: BTreeSet<_> = valued.map(|figure| &figure.source).collect();
    let one = sources.first()?;
    let families: Vec<Origins<'_>> = Origins::joined(record, &measure.id).collect();
    let changes = Changes::of(scene.findings_of(&measure.id));
    let page = Page { scene, changes, root, own: None };
    let table = Link::new("", format!("{}#figures", routes::measure(&measure.id)));
    let summary = match (families.is_empty(), sources.len()) {
        (false, _) => JOINED.to_owned(),
        (true, 1) => format!(
            "Every figure here comes from one source, {}, and no other source here is known to repeat it.",
            scene.source_link(one).text
        ),
        (true, many) => {
            format!("The figures here come from {many} sources. None is known to repeat another.")
        }
    };
    Some(Provenance {
        summary,
        rest: rest(families.len(), MOST_FAMILIES, "groups of reports are in the table", &table),
        families: families
            .iter()
            .take(MOST_FAMILIES)
            .map(|family| page.family(measure, family, &table))
            .collect(),
    })
}

/// Where the figures of a source come from and what repeats them; none where nothing joins them to others.
pub(super) fn of_source(scene: &Scene<'_>, source: &Source, root: &str) -> Option<Provenance> {
    let record = scene.record();
    let shares = record.independence().sharing(&source.id).next().is_some();
    let joined = scene.figures_in(&source.id).iter().filter(|figure| shares || is_joined(record, figure));
    let keys: BTreeMap<&FigureKey, &Figure> = joined
        .filter(|figure| figure.basis.states_a_fact() && figure.reading().amount().is_some())
        .map(|figure| (&record.root(figure).key, *figure))
        .collect();
    let families = keys.values().take(MOST_FAMILIES).filter_map(|figure| {
        let measure = record.dataset().measure(&figure.key.measure)?;
        let changes = Changes::of(scene.findings_of(&measure.id));
        let page = Page { scene, changes, root, own: Some(source) };
        let table = Link::new("", format!("{}#figures", routes::measure(&measure.id)));
        Some(page.family(measure, &Origins::of_figure(record, figure), &table))
    });
    let here = Link::new("", format!("{}#figures", routes::source(&source.id)));
    let families: Vec<Family> = families.collect();
    (!families.is_empty()).then(|| Provenance {
        summary: JOINED.to_owned(),
        rest: rest(
            keys.len(),
            MOST_FAMILIES,
            "figures that repeat others or are repeated are in the table",
            &here,
        ),
        families,
    })
}

/// Where the figures of a finding come from; none where nothing joins them to others.
pub(super) fn of_figures(scene: &Scene<'_>, figures: &[&Figure], root: &str) -> Option<Provenance> {
    let record = scene.record();
    let joined = figures.iter().filter(|figure| is_joined(record, figure));
    let keys: BTreeMap<&FigureKey, &Figure> = joined
        .filter(|figure| figure.basis.states_a_fact() && figure.reading().amount().is_some())
        .map(|figure| (&record.root(figure).key, *figure))
        .collect();
    let families = keys.values().take(MOST_FAMILIES).filter_map(|figure| {
        let measure = record.dataset().measure(&figure.key.measure)?;
        let changes = Changes::of(scene.findings_of(&measure.id));
        let page = Page { scene, changes, root, own: None };
        let table = Link::new("", format!("{}#figures", routes::measure(&measure.id)));
        Some(page.family(measure, &Origins::of_figure(record, figure), &table))
    });
    let families: Vec<Family> = families.collect();
    (!families.is_empty()).then(|| Provenance { summary: JOINED.to_owned(), rest: None, families })
}

const JOINED: &str = "A report stands below the one that it repeats: repeating a figure adds no evidence to it. Nor does a figure that is worked out from others.";

/// The sentence on what a page leaves out.
fn rest(all: usize, most: usize, words: &str, place: &Link) -> Option<Link> {
    (all > most).then(|| Link::new(format!("{} more {words}", all - most), &*place.path))
}

/// What repetitions changed, by origin and repetition.
struct Changes<'a>(BTreeMap<(&'a FigureId, &'a FigureId), Vec<Link>>);

impl<'a> Changes<'a> {
    fn of(findings: &[&'a Finding]) -> Self {
        let mut changes: BTreeMap<_, Vec<Link>> = BTreeMap::new();
        for (code, words) in CHANGES {
            for finding in findings.iter().filter(|finding| finding.code == code) {
                let Some((origin, repeats)) = finding.figures.split_first() else { continue };
                for repeat in repeats {
                    let link = Link::new(words, routes::finding(&finding.fingerprint));
                    changes.entry((origin, repeat)).or_default().push(link);
                }
            }
        }
        Self(changes)
    }

    fn between(&self, origin: &FigureId, repeat: &FigureId) -> Vec<Link> {
        self.0.get(&(origin, repeat)).cloned().unwrap_or_default()
    }
}

/// The page that the trees stand on.
struct Page<'a> {
    scene: &'a Scene<'a>,
    changes: Changes<'a>,
    root: &'a str,
    /// The source whose page it is.
    own: Option<&'a Source>,
}

impl Page<'_> {
    fn family(&self, measure: &Measure, family: &Origins<'_>, table: &Link) -> Family {
        let origins = family.independent.iter().map(|origin| origin.branches.as_slice());
        let mut origins: Vec<&[Branch<'_>]> = origins.collect();
        let mut derived: Vec<&[Branch<'_>]> = family.derived.iter().map(|d| d.branches.as_slice()).collect();
        if let Some(own) = self.own {
            let holds = |tree: &&[Branch<'_>]| tree.iter().any(|branch| branch.figure.source == own.id);
            origins.retain(holds);
            derived.retain(holds);
        }
        let all: usize = origins.iter().chain(&derived).map(|tree| tree.len()).sum();
        let (origins, derived) = (self.reports(&origins), self.reports(&derived));
        Family {
            heading: heading(measure, family),
            measure: self.own.map(|_| self.scene.measure_link(&measure.id)),
            count: count(family),
            meaning: meaning(self.scene, family),
            rest: rest(all, origins.len() + derived.len(), "reports are in the table", table),
            tree: origin_tree(&origins, self.root),
            derived: origin_tree(&derived, self.root),
        }
    }

    /// The reports of some trees. Of those too long, the first of each tree are shown.
    fn reports(&self, trees: &[&[Branch<'_>]]) -> Vec<Report> {
        let all: usize = trees.iter().map(|tree| tree.len()).sum();
        let each = if all > MOST_REPORTS { (MOST_REPORTS / trees.len().max(1)).max(1) } else { all };
        let shown = trees.iter().take(MOST_REPORTS);
        shown.flat_map(|tree| self.tree(&self.cut(tree, each))).collect()
    }

    /// The first reports of a tree; on the page of a source, with those on the way to its own.
    fn cut<'b>(&self, tree: &[Branch<'b>], most: usize) -> Vec<Branch<'b>> {
        let own = |branch: &Branch<'_>| self.own.is_some_and(|own| branch.figure.source == own.id);
        let Some(at) = tree.iter().position(own).filter(|at| *at >= most) else {
            return tree.iter().take(most).copied().collect();
        };
        let before = tree.get(..at).unwrap_or_default().iter().rev();
        let mut depth = tree.get(at).map_or(0, |branch| branch.depth);
        let mut way: Vec<Branch<'b>> = before
            .filter(|branch| {
                let above = branch.depth < depth;
                depth = depth.min(branch.depth);
                above
            })
            .copied()
            .collect();
        way.reverse();
        way.extend(tree.iter().skip(at).take(most));
        way
    }

    fn tree(&self, branches: &[Branch<'_>]) -> Vec<Report> {
        let mut above: Vec<&Figure> = Vec::new();
        let mut reports = Vec::with_capacity(branches.len());
        for branch in branches {
            above.truncate(branch.depth);
            reports.push(self.report(branch, above.last().copied()));
            above.push(branch.figure);
        }
        reports
    }

    fn report(&self, branch: &Branch<'_>, above: Option<&Figure>) -> Report {
        let record = self.scene.record();
        let figure = branch.figure;
        let source = record.dataset().source(&figure.source);
        let quoted = |figure: &Figure| figures::link(figure, format!("“{}”", figure.reported));
        let from = record.independence().worked_out_from(figure).iter().filter_map(|id| record.figure(id));
        Report {
            depth: branch.depth,
            reported: quoted(figure),
            source: self
                .own
                .is_none_or(|own| own.id != figure.source)
                .then(|| self.scene.source_link(&figure.source)),
            way: self.way(branch, above),
            kind: source.map_or("source", |source| source.kind.words()).to_owned(),
            date: source.and_then(when::dated),
            changed: above.map(|above| self.changes.between(&above.id, &figure.id)).unwrap_or_default(),
            from: from.map(quoted).collect(),
        }
    }

    /// How a report hangs on the one above it. Where lists nest no deeper, the one above is named.
    fn way(&self, branch: &Branch<'_>, above: Option<&Figure>) -> String {
        let independence = self.scene.record().independence();
        let derived = independence.is_derived(branch.figure);
        let way = match branch.way {
            Way::Origin if derived && independence.worked_out_from(branch.figure).is_empty() => {
                "Worked out, from what is not said"
            }
            Way::Origin if derived => "Worked out",
            Way::Origin => "Origin",
            Way::Repeats if branch.depth > crate::page::DEEPEST => {
                let above = above.map_or(String::new(), |figure| {
                    format!(" “{}” in {}", figure.reported, self.scene.source_link(&figure.source).text)
                });
                return format!("Repeats{above}");
            }
            Way::Repeats => "Repeats it",
            Way::SameSource => "The same source again",
            Way::SharesText => "Shares one text with it",
        };
        way.to_owned()
    }
}

/// "October 2025", "31 March 2024, Pont Wen".
fn heading(measure: &Measure, family: &Origins<'_>) -> String {
    let Some(figure) = family.any() else { return String::new() };
    let mut words = match &figure.key.timing {
        Timing::NotStated => "No date stated".to_owned(),
        timing => sentence_case(&when::timing(timing).words),
    };
    let codes = measure.dimensions.iter().filter_map(|(id, dimension)| {
        let code = figure.key.dimensions.get(id)?;
        Some(dimension.codes.get(code).cloned().unwrap_or_else(|| code.to_string()))
    });
    codes.for_each(|code| words.push_str(&format!(", {code}")));
    words
}

/// "5 reports, 1 origin".
fn count(family: &Origins<'_>) -> String {
    let several = |number: usize, one: &str| {
        if number == 1 { format!("1 {one}") } else { format!("{number} {one}s") }
    };
    let (reports, origins) = (family.reports(), family.independent.len());
    let derived = match family.derived.len() {
        0 => String::new(),
        number => format!("{} worked out from others", several(number, "figure")),
    };
    match (origins, derived.is_empty()) {
        (0, _) => derived,
        (1, true) => format!("{}, 1 origin", several(reports, "report")),
        (_, true) => format!("{reports} reports, {origins} independent origins"),
        (_, false) => {
            format!("{}, {}, and {derived}", several(reports, "report"), several(origins, "origin"))
        }
    }
}

fn meaning(scene: &Scene<'_>, family: &Origins<'_>) -> String {
    let (reports, origins) = (family.reports(), family.independent.len());
    let mut words = match origins {
        0 => "No source here counted or measured it.".to_owned(),
        1 if reports > 1 => "All of them go back to one origin, so they count once: a figure is no better supported for being repeated.".to_owned(),
        1 => "No other source here is known to repeat it.".to_owned(),
        _ if origins == reports => "None of them is known to repeat another.".to_owned(),
        _ => "The reports below an origin repeat it and add no evidence of their own.".to_owned(),
    };
    if let Some(body) = family.one_body(scene.record()) {
        let name = scene.record().dataset().body_name(body);
        words.push_str(&format!(
            " All the origins are statements of {name}: they do not stand independently of it."
        ));
    }
    words
}
