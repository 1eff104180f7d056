//! The whole site as a plan: which files there are, and how each is made when it is asked for.
//!
//! Nothing is made in advance, so the largest site never stands in memory as a whole.

use super::files::{DataFile, MeasureFiles, OF_MEASURE, RecordFile};
use super::views::{self, Cites, Part, Scene, Shelf, Shown, Timeline};
use super::{Released, Route, routes};
use crate::chart::{Card, png};
use crate::disclose::{Cleared, Publication};
use crate::edition::Digest;
use crate::export::{self, Listed};
use crate::finding::{Finding, Fingerprint, Nature, RuleDoc};
use crate::model::{AuthoredPage, Figure, FigureId, Measure, MeasureId, Settings, Source, SourceId};
use crate::page::{
    ASSETS, CardPicture, ChartFigure, DiscrepancyPage, Download, Frame, Html, Link, PageError, Prose,
    Renderer, Under, View,
};
use crate::period::PartialDate;
use crate::revision::{PartChange, Presence};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

/// Everything a site is made from.
#[derive(Debug, Clone, Copy)]
pub struct Site<'a> {
    /// The publisher's settings.
    pub settings: &'a Settings,
    /// What the publisher says at the top of the home page.
    pub introduction: Option<&'a AuthoredPage>,
    /// The publisher's own pages.
    pub pages: &'a [AuthoredPage],
    /// The publisher's own files, by path below `assets/`.
    pub assets: &'a BTreeMap<String, Vec<u8>>,
    /// The record as it stands now.
    pub current: &'a Cleared<Publication>,
    /// The edition that the record is, where it has not changed since.
    pub shown: Option<u32>,
    /// The date up to which the record reads, where one was asked for.
    pub known_on: Option<PartialDate>,
    /// Every edition, oldest first.
    pub editions: &'a [Released],
    /// What the last edition says of that which is not in the record as it was.
    pub outdated: Option<&'a Cleared<Publication>>,
}

/// Why a file of the site could not be made.
#[derive(Debug)]
pub enum PlanError {
    /// A template could not be filled.
    Page(PageError),
    /// Two files would have the same path.
    Collision(Route),
}

impl fmt::Display for PlanError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Page(error) => error.fmt(f),
            Self::Collision(route) => write!(
                f,
                "Two pages would have the address {route}. Rename the file in site/pages or site/assets that takes it."
            ),
        }
    }
}

impl std::error::Error for PlanError {}

impl From<PageError> for PlanError {
    fn from(error: PageError) -> Self {
        Self::Page(error)
    }
}

/// One unit of work: a page, with the files that belong to it.
#[derive(Debug, Clone, Copy)]
enum Job<'a> {
    Home,
    MeasureList(Part),
    Measure(&'a Measure),
    FrozenMeasure(&'a Measure, usize),
    /// A measure that is no longer on record, and the edition with which it went; none where it went since the last.
    GoneMeasure(&'a MeasureId, Option<usize>),
    /// The same of a source.
    GoneSource(&'a SourceId, Option<usize>),
    SourceList(Part),
    Source(&'a Source),
    FindingList(Part),
    Finding(&'a Finding),
    QuestionList(Part),
    RuleList,
    Rule(&'static RuleDoc),
    /// A finding that only an edition holds: its address still answers.
    PastFinding(&'a Finding, Past),
    /// The citation files of a measure's figures.
    Cites(&'a Measure),
    /// The citation file of a figure that only an edition holds.
    PastCite(&'a Figure, Past),
    ChangeList,
    Change(usize),
    EditionList,
    Edition(usize),
    Downloads,
    Reading,
    Search,
    /// The index by letter, topic and body.
    Index,
    /// A list of it, by its place.
    Shelf(usize, Part),
    /// The files that the search reads.
    SearchIndex,
    /// The lists for programs.
    Api,
    Feed,
    MeasureFeed(&'a Measure),
    Sitemap,
    Authored(&'a AuthoredPage),
    NotFound,
    Asset(&'a str, &'a [u8]),
}

/// Where a finding or a figure was last seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Past {
    /// In the edition at this place in the list.
    With(usize),
    /// In the edition before the one at this place, with which it went.
    Before(usize),
    /// In the last edition; it is not in the record as it stands.
    Outdated,
}

/// The plan of a site.
pub struct Plan<'a> {
    site: Site<'a>,
    renderer: &'a Renderer,
    scene: Scene<'a>,
    /// Of each edition, what changed with it.
    frozen: Vec<Scene<'a>>,
    /// Of each edition, the same part of the edition before.
    before: Vec<Option<Scene<'a>>>,
    outdated: Option<Scene<'a>>,
    cites: Cites<'a>,
    shelves: Vec<Shelf<'a>>,
    jobs: Vec<Job<'a>>,
}

/// A file, made.
pub(crate) type Made = (Route, Vec<u8>);

impl<'a> Plan<'a> {
    /// Plans a site.
    ///
    /// # Errors
    /// Where a page or file of the publisher's would take an address that the site itself needs.
    pub fn new(site: Site<'a>, renderer: &'a Renderer) -> Result<Self, PlanError> {
        let shown =
            site.shown.and_then(|number| site.editions.iter().find(|edition| edition.number == number));
        let shown = shown.map_or(Shown::Draft(site.known_on), Shown::Released);
        let past = Scenes { site, timeline: Arc::new(Timeline::of(site.editions)) };
        let shelves = views::shelves(site.current);
        let plan = Self {
            scene: past.scene(site.current, site.editions, shown).with_questions(),
            frozen: (0..site.editions.len()).filter_map(|index| past.with(index)).collect(),
            before: (0..site.editions.len()).map(|index| past.before(index)).collect(),
            outdated: past.outdated(),
            cites: Cites::of(site.settings, site.editions),
            jobs: jobs(site, &shelves),
            shelves,
            site,
            renderer,
        };
        plan.check_addresses()?;
        Ok(plan)
    }

    /// How many units of work there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.jobs.len()
    }

    /// There is nothing to make. A site always has pages, so this is never so.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.jobs.is_empty()
    }

    /// Makes the files of one unit of work.
    ///
    /// # Errors
    /// Where a template cannot be filled.
    pub(crate) fn make(&self, index: usize) -> Result<Vec<Made>, PlanError> {
        self.jobs.get(index).map_or(Ok(Vec::new()), |job| self.make_job(*job))
    }

    fn make_job(&self, job: Job<'a>) -> Result<Vec<Made>, PlanError> {
        let scene = &self.scene;
        Ok(match job {
            Job::Home => {
                let introduction = self.site.introduction.map(|page| prose("", &page.body));
                let mut view = views::home(scene, &self.site.settings.front, introduction);
                let card = views::site_card(scene, &view);
                let card = self.card(&mut view.frame, &card);
                let mut made = self.page("", &view)?;
                made.extend(card);
                made
            }
            Job::MeasureList(part) => {
                self.page(&part.address(routes::MEASURES), &views::measure_list(scene, part))?
            }
            Job::Measure(measure) => self.measure(measure)?,
            Job::FrozenMeasure(measure, index) => self.frozen_measure(measure, index)?,
            Job::GoneMeasure(id, index) => {
                let page =
                    views::gone_measure(scene, id, index.and_then(|index| self.site.editions.get(index)));
                let mut made = self.page(&routes::measure(id), &page)?;
                made.extend(self.measure_feed(id, &page.title));
                made
            }
            Job::GoneSource(id, index) => {
                let edition = index.and_then(|index| self.site.editions.get(index));
                self.page(&routes::source(id), &views::gone_source(scene, id, edition))?
            }
            Job::SourceList(part) => {
                self.page(&part.address(routes::SOURCES), &views::source_list(scene, part))?
            }
            Job::Source(source) => {
                self.page(&routes::source(&source.id), &views::source_page(scene, source))?
            }
            Job::FindingList(part) => {
                self.page(&part.address(routes::DISCREPANCIES), &views::discrepancy_list(scene, part))?
            }
            Job::Finding(finding) => {
                let mut view = views::discrepancy_page(scene, finding);
                view.linked_data = self.claim_reviews(finding, &view.frame.root);
                let card = views::finding_card(scene, &view);
                let card = self.card(&mut view.frame, &card);
                let mut made = self.finding(finding, view)?;
                made.extend(card);
                made
            }
            Job::PastFinding(finding, past) => match self.past(past) {
                Some(scene) => {
                    self.finding(finding, views::past_discrepancy_page(scene, finding, self.site.editions))?
                }
                None => Vec::new(),
            },
            Job::QuestionList(part) => {
                self.page(&part.address(routes::QUESTIONS), &views::question_list(scene, part))?
            }
            Job::RuleList => self.page(routes::RULES, &views::rule_list(scene))?,
            Job::Rule(doc) => self.page(&routes::rule(doc.code), &views::rule_page(scene, doc))?,
            Job::Cites(measure) => self.cites(measure),
            Job::PastCite(figure, past) => self.past_cite(figure, past).into_iter().collect(),
            Job::ChangeList => self.page(routes::CHANGES, &views::change_list(scene))?,
            Job::Change(index) => self.change(index)?,
            Job::EditionList => self.page(routes::EDITIONS, &views::edition_list(scene, self.site.shown))?,
            Job::Edition(index) => self.edition(index)?,
            Job::Downloads => self.downloads()?,
            Job::Index => self.page(routes::INDEX, &views::index_page(scene, &self.shelves))?,
            Job::Shelf(at, part) => match self.shelves.get(at) {
                Some(shelf) => {
                    self.page(&part.address(&shelf.path), &views::shelf_page(scene, shelf, part))?
                }
                None => Vec::new(),
            },
            Job::Reading => self.page(routes::READING, &views::reading(scene, self.site.settings))?,
            Job::Search => self.page(routes::SEARCH, &views::search_page(scene))?,
            Job::SearchIndex => views::search_files(scene, self.site.pages)
                .into_iter()
                .map(|(name, bytes)| (Route::file(routes::search_file(&name)), bytes))
                .collect(),
            Job::Api => views::api_files(scene, self.site.settings)
                .into_iter()
                .map(|(path, bytes)| (Route::file(path), bytes))
                .collect(),
            Job::Feed => {
                let feed = views::site_feed(self.site.settings, self.site.editions);
                made(routes::FEED.to_owned(), feed)
            }
            Job::MeasureFeed(measure) => self.measure_feed(&measure.id, &measure.title),
            Job::Sitemap => made(routes::SITEMAP.to_owned(), self.sitemap()),
            Job::Authored(page) => self.authored(page)?,
            Job::NotFound => {
                let view = views::not_found(scene, &base_path(self.site.settings));
                vec![(Route::file("404.html"), view.render(self.renderer)?.into_bytes())]
            }
            Job::Asset(path, bytes) => vec![(Route::file(path), bytes.to_vec())],
        })
    }

    fn past(&self, past: Past) -> Option<&Scene<'a>> {
        match past {
            Past::With(index) => self.frozen.get(index),
            Past::Before(index) => self.before.get(index)?.as_ref(),
            Past::Outdated => self.outdated.as_ref(),
        }
    }

    fn page(&self, address: &str, view: &impl View) -> Result<Vec<Made>, PlanError> {
        Ok(vec![(Route::page(address), view.render(self.renderer)?.into_bytes())])
    }

    /// A measure's page with its data files, whose sizes the page names.
    fn measure(&self, measure: &Measure) -> Result<Vec<Made>, PlanError> {
        let held = views::held_by(&self.scene, measure, None);
        let frozen = |name: &str| {
            let held = held?;
            let path = routes::measure_version_data(&measure.id, held.number, name);
            Some(Link::new(format!("as in edition {}", held.number), path))
        };
        let files = MeasureFiles::new(&self.scene, self.site.settings, measure, None);
        let made = files.make(&OF_MEASURE);
        let placed: Vec<_> = made
            .into_iter()
            .map(|file| (routes::measure_data(&file.name), frozen(&file.name), file))
            .collect();
        let listed: Vec<Listed> = placed.iter().map(|(path, _, file)| listed(path, file)).collect();
        let linked =
            |root: &str| Html::linked_data(&files.linked_data(self.scene.links(Some(root)), &listed));
        self.measure_with_files(&self.scene, measure, None, placed, Some(&linked))
    }

    fn frozen_measure(&self, measure: &Measure, index: usize) -> Result<Vec<Made>, PlanError> {
        let (Some(edition), Some(scene)) = (self.site.editions.get(index), self.frozen.get(index)) else {
            return Ok(Vec::new());
        };
        let later = self.site.editions.get(index + 1..).unwrap_or_default();
        let files = MeasureFiles::new(scene, self.site.settings, measure, Some(edition)).make(&OF_MEASURE);
        let path = |file: &DataFile| routes::measure_version_data(&measure.id, edition.number, &file.name);
        let placed = files.into_iter().map(|file| (path(&file), None, file)).collect();
        self.measure_with_files(scene, measure, Some((edition, later)), placed, None)
    }

    fn measure_with_files(
        &self,
        scene: &Scene<'_>,
        measure: &Measure,
        frozen: Option<(&Released, &[Released])>,
        files: Vec<(String, Option<Link>, DataFile)>,
        linked_data: Option<&dyn Fn(&str) -> Html>,
    ) -> Result<Vec<Made>, PlanError> {
        let downloads = files.iter().map(|(path, frozen, file)| Download {
            frozen: frozen.clone(),
            ..download(file.format.label(), file.about, path, file.bytes.len())
        });
        let mut view = views::measure_page(scene, measure, frozen, downloads.collect());
        view.linked_data = linked_data.map(|linked| linked(&view.frame.root));
        let address = view.frame.path.clone();
        let card = frozen.is_none().then(|| views::measure_card(scene, measure, &view));
        let card = card.and_then(|card| self.card(&mut view.frame, &card));
        let mut made = self.page(&address, &view)?;
        made.extend(card);
        made.extend(self.page(&routes::embed(&address), &views::embed_page(scene, measure, &view))?);
        made.extend(chart_files(&mut view.charts));
        made.extend(files.into_iter().map(|(path, _, file)| (Route::file(path), file.bytes)));
        Ok(made)
    }

    /// Paints the picture that stands for a page, and names it in the page's head. Programs that show it ask for a
    /// whole address, so a site that does not know its own has none.
    fn card(&self, frame: &mut Frame, card: &Card) -> Option<Made> {
        let base = self.site.settings.base_url.as_deref().filter(|_| views::has_cards(&self.scene))?;
        let picture = png(&card.to_svg()?, 1)?;
        let path = routes::card(&frame.path);
        frame.card = Some(CardPicture { address: format!("{base}/{path}"), alternative: card.alternative() });
        Some((Route::file(path), picture))
    }

    /// A finding's page with the files of its charts.
    fn finding(&self, finding: &Finding, mut view: DiscrepancyPage) -> Result<Vec<Made>, PlanError> {
        let mut made = self.page(&routes::finding(&finding.fingerprint), &view)?;
        made.extend(chart_files(view.charts.iter_mut().chain(&mut view.bridge_chart)));
        Ok(made)
    }

    fn claim_reviews(&self, finding: &Finding, root: &str) -> Option<Html> {
        finding.review.as_ref()?;
        let terms = views::record_terms(&self.scene, self.site.settings);
        let links = self.scene.links(Some(root));
        let address = |finding: &Finding| routes::finding(&finding.fingerprint);
        let reviews = export::claim_reviews(self.scene.record(), &[finding], links, &terms, address)?;
        Some(Html::linked_data(&reviews))
    }

    fn measure_feed(&self, id: &MeasureId, title: &str) -> Vec<Made> {
        let feed = views::measure_feed(self.site.settings, self.site.editions, id, title);
        made(routes::measure_feed(id), feed)
    }

    /// The pages that move; a frozen page says the same as one of these, and search engines need it once.
    fn sitemap(&self) -> Option<Vec<u8>> {
        let base = self.site.settings.base_url.as_deref()?;
        let moving = self.jobs.iter().filter(|job| !matches!(job, Job::FrozenMeasure(..)));
        let routes = moving.filter_map(|job| job_route(*job, self.site.editions, &self.shelves));
        let pages =
            routes.filter_map(|route| Some(format!("{base}/{}", route.as_str().strip_suffix("index.html")?)));
        let mut pages: Vec<String> = pages.collect();
        pages.sort_unstable();
        pages.truncate(export::MOST_ADDRESSES);
        Some(export::sitemap(&pages))
    }

    fn cites(&self, measure: &Measure) -> Vec<Made> {
        let record = self.scene.record();
        let figures = record.dataset().figures_of(&measure.id).iter();
        figures
            .map(|figure| (Route::file(routes::cite(&figure.id)), self.cites.standing(record, figure)))
            .collect()
    }

    fn past_cite(&self, figure: &Figure, past: Past) -> Option<Made> {
        let record = self.past(past)?.record();
        Some((Route::file(routes::cite(&figure.id)), self.cites.gone(record, figure)))
    }

    fn change(&self, index: usize) -> Result<Vec<Made>, PlanError> {
        let Some(edition) = self.site.editions.get(index) else { return Ok(Vec::new()) };
        let files = change_files(edition);
        let downloads =
            files.iter().map(|(format, about, path, bytes)| download(format, about, path, bytes.len()));
        let Some(view) = views::change_page(&self.scene, edition, downloads.collect()) else {
            return Ok(Vec::new());
        };
        let mut made = self.page(&routes::change(edition.number), &view)?;
        made.extend(files.into_iter().map(|(_, _, path, bytes)| (Route::file(path), bytes)));
        Ok(made)
    }

    fn edition(&self, index: usize) -> Result<Vec<Made>, PlanError> {
        let (Some(edition), Some(scene)) = (self.site.editions.get(index), self.frozen.get(index)) else {
            return Ok(Vec::new());
        };
        let kept: Vec<RecordFile> = RecordFile::ALL.into_iter().filter(|file| file.is_frozen()).collect();
        let path = |file: RecordFile| routes::edition_data(edition.number, &file.name());
        let files = self.record_files(scene, &kept, path);
        let mut view = views::edition_page(scene, edition, self.site.editions);
        let lines = files
            .iter()
            .map(|(_, path, file)| download(file.format.label(), file.about, path, file.bytes.len()));
        view.downloads = lines.collect();
        let mut made = self.page(&routes::edition(edition.number), &view)?;
        made.extend(files.into_iter().map(|(_, path, file)| (Route::file(path), file.bytes)));
        Ok(made)
    }

    fn authored(&self, page: &AuthoredPage) -> Result<Vec<Made>, PlanError> {
        let view = views::authored(&self.scene, &page.slug, &page.title, |root| prose(root, &page.body));
        self.page(&routes::authored(&page.slug), &view)
    }

    /// The page of downloads with the files of the whole record, whose sizes it names.
    fn downloads(&self) -> Result<Vec<Made>, PlanError> {
        let frozen = self.scene.edition_number();
        let as_in = |file: RecordFile| {
            let number = frozen.filter(|_| file.is_frozen())?;
            Some(Link::new(format!("as in edition {number}"), routes::edition_data(number, &file.name())))
        };
        let files = self.record_files(&self.scene, &RecordFile::ALL, RecordFile::path);
        let whole = files.iter().map(|(file, path, made)| Download {
            frozen: as_in(*file),
            ..download(made.format.label(), made.about, path, made.bytes.len())
        });
        let mut made = self.page(routes::DOWNLOADS, &views::downloads(&self.scene, whole.collect()))?;
        made.extend(files.into_iter().map(|(_, path, file)| (Route::file(path), file.bytes)));
        Ok(made)
    }

    /// Files of the whole record, each with where it goes.
    fn record_files(
        &self,
        scene: &Scene<'_>,
        files: &[RecordFile],
        path: impl Fn(RecordFile) -> String + Sync,
    ) -> Vec<(RecordFile, String, DataFile)> {
        let make = |file: &RecordFile| (*file, path(*file), file.make(scene, self.site.settings));
        files.par_iter().map(make).collect()
    }

    fn check_addresses(&self) -> Result<(), PlanError> {
        let mut taken = BTreeSet::new();
        for route in self.jobs.iter().filter_map(|job| job_route(*job, self.site.editions, &self.shelves)) {
            if !taken.insert(route.as_str().to_lowercase()) {
                return Err(PlanError::Collision(route));
            }
        }
        Ok(())
    }
}

/// The scenes of a site.
struct Scenes<'a> {
    site: Site<'a>,
    timeline: Arc<Timeline<'a>>,
}

impl<'a> Scenes<'a> {
    fn scene(
        &self,
        publication: &'a Cleared<Publication>,
        editions: &'a [Released],
        shown: Shown<'_>,
    ) -> Scene<'a> {
        let pages = self.site.pages.iter();
        let links = pages.map(|page| Link::new(&*page.title, routes::authored(&page.slug))).collect();
        Scene::new(self.site.settings, links, publication, editions, shown, &self.timeline)
    }

    fn of_edition(&self, publication: &'a Cleared<Publication>, index: usize) -> Option<Scene<'a>> {
        let edition = self.site.editions.get(index)?;
        let earlier = self.site.editions.get(..=index)?;
        Some(self.scene(publication, earlier, Shown::Released(edition)))
    }

    fn with(&self, index: usize) -> Option<Scene<'a>> {
        self.of_edition(&self.site.editions.get(index)?.publication, index)
    }

    fn before(&self, index: usize) -> Option<Scene<'a>> {
        self.of_edition(self.site.editions.get(index)?.before.as_ref()?, index.checked_sub(1)?)
    }

    fn outdated(&self) -> Option<Scene<'a>> {
        self.of_edition(self.site.outdated?, self.site.editions.len().checked_sub(1)?)
    }
}

fn jobs<'a>(site: Site<'a>, shelves: &[Shelf<'a>]) -> Vec<Job<'a>> {
    use Job::{
        Api, ChangeList, Downloads, EditionList, Feed, Home, Index, NotFound, Reading, Search, SearchIndex,
        Sitemap,
    };
    let dataset = site.current.record.dataset();
    // What takes the longest is begun first.
    let mut jobs = vec![
        SearchIndex,
        Api,
        Downloads,
        Home,
        ChangeList,
        EditionList,
        Reading,
        Search,
        Index,
        NotFound,
        Feed,
        Sitemap,
    ];
    jobs.extend(Part::of(dataset.measures().len()).map(Job::MeasureList));
    for (at, shelf) in shelves.iter().enumerate() {
        jobs.extend(Part::of(shelf.measures.len()).map(|part| Job::Shelf(at, part)));
    }
    jobs.extend(Part::of(dataset.sources().len()).map(Job::SourceList));
    let public = site.current.findings.iter().filter(|finding| is_public(finding)).count();
    jobs.extend(Part::of(public).map(Job::FindingList));
    jobs.extend(Part::of(site.current.questions().len()).map(Job::QuestionList));
    jobs.push(Job::RuleList);
    jobs.extend(views::documentation().map(Job::Rule));
    jobs.extend(ASSETS.iter().map(|asset| Job::Asset(asset.path, asset.text.as_bytes())));
    jobs.extend(site.assets.iter().map(|(path, bytes)| Job::Asset(path, bytes)));
    jobs.extend(site.pages.iter().map(Job::Authored));
    jobs.extend(dataset.measures().map(Job::Measure));
    jobs.extend(dataset.sources().map(Job::Source));
    jobs.extend(site.current.findings.iter().filter(|finding| is_public(finding)).map(Job::Finding));
    jobs.extend(past_findings(site));
    jobs.extend(gone_measures(site));
    jobs.extend(gone_sources(site));
    jobs.extend(dataset.measures().map(Job::Cites));
    jobs.extend(dataset.measures().map(Job::MeasureFeed));
    jobs.extend(past_cites(site));
    for (index, edition) in site.editions.iter().enumerate() {
        jobs.push(Job::Edition(index));
        jobs.extend(edition.changes.is_some().then_some(Job::Change(index)));
        let then = edition.publication.record.dataset();
        let changed = edition.changed.iter().filter_map(|id| then.measure(id));
        jobs.extend(changed.map(|measure| Job::FrozenMeasure(measure, index)));
    }
    jobs
}

/// Measures that editions held and the record does not, each with the last edition that took it away.
fn gone_measures<'a>(site: Site<'a>) -> Vec<Job<'a>> {
    let dataset = site.current.record.dataset();
    let mut gone: BTreeMap<&MeasureId, Option<usize>> = BTreeMap::new();
    for (index, edition) in site.editions.iter().enumerate() {
        let changes = edition.changes.iter().flat_map(|changes| &changes.measures);
        let removed = changes.filter(|measure| measure.presence == Presence::Removed);
        gone.extend(removed.map(|measure| (&measure.id, Some(index))));
    }
    let outdated = site.outdated.into_iter().flat_map(|outdated| outdated.record.dataset().measures());
    gone.extend(outdated.map(|measure| (&measure.id, None)));
    gone.retain(|id, _| dataset.measure(id).is_none());
    gone.into_iter().map(|(id, index)| Job::GoneMeasure(id, index)).collect()
}

/// The same for sources.
fn gone_sources<'a>(site: Site<'a>) -> Vec<Job<'a>> {
    let dataset = site.current.record.dataset();
    let mut gone: BTreeMap<&SourceId, Option<usize>> = BTreeMap::new();
    for (index, edition) in site.editions.iter().enumerate() {
        let changes = edition.changes.iter().flat_map(|changes| &changes.sources);
        let removed = changes.filter(|source| matches!(source, PartChange::Removed { .. }));
        gone.extend(removed.map(|source| (source.id(), Some(index))));
    }
    let outdated = site.outdated.into_iter().flat_map(|outdated| outdated.record.dataset().sources());
    gone.extend(outdated.map(|source| (&source.id, None)));
    gone.retain(|id, _| dataset.source(id).is_none());
    gone.into_iter().map(|(id, index)| Job::GoneSource(id, index)).collect()
}

/// Findings that are gone from the record, each as the last edition that held it shows it.
fn past_findings<'a>(site: Site<'a>) -> Vec<Job<'a>> {
    let public = site.current.findings.iter().filter(|finding| is_public(finding));
    let mut seen: BTreeSet<&Fingerprint> = public.map(|finding| &finding.fingerprint).collect();
    let mut jobs = Vec::new();
    let mut gone = |publication: &'a Cleared<Publication>, past: Past| {
        let public = publication.findings.iter().filter(|finding| is_public(finding));
        let fresh = public.filter(|finding| seen.insert(&finding.fingerprint));
        jobs.extend(fresh.map(|finding| Job::PastFinding(finding, past)));
    };
    if let Some(outdated) = site.outdated {
        gone(outdated, Past::Outdated);
    }
    for (index, edition) in site.editions.iter().enumerate().rev() {
        gone(&edition.publication, Past::With(index));
        if let Some(before) = &edition.before {
            gone(before, Past::Before(index));
        }
    }
    jobs
}

/// Figures that are gone from the record, each as the last edition that held it has it.
fn past_cites<'a>(site: Site<'a>) -> Vec<Job<'a>> {
    let mut seen: BTreeSet<&FigureId> =
        site.current.record.dataset().figures().iter().map(|figure| &figure.id).collect();
    let mut jobs = Vec::new();
    let mut gone = |publication: &'a Cleared<Publication>, past: Past| {
        let fresh = publication.record.dataset().figures().iter().filter(|figure| seen.insert(&figure.id));
        jobs.extend(fresh.map(|figure| Job::PastCite(figure, past)));
    };
    if let Some(outdated) = site.outdated {
        gone(outdated, Past::Outdated);
    }
    for (index, edition) in site.editions.iter().enumerate().rev() {
        gone(&edition.publication, Past::With(index));
        if let Some(before) = &edition.before {
            gone(before, Past::Before(index));
        }
    }
    jobs
}

/// The address that a job takes, for those whose address the publisher could take as well.
fn job_route(job: Job<'_>, editions: &[Released], shelves: &[Shelf<'_>]) -> Option<Route> {
    Some(match job {
        Job::Home => Route::page(""),
        Job::MeasureList(part) => Route::page(&part.address(routes::MEASURES)),
        Job::Measure(measure) => Route::page(&routes::measure(&measure.id)),
        Job::GoneMeasure(id, _) => Route::page(&routes::measure(id)),
        Job::GoneSource(id, _) => Route::page(&routes::source(id)),
        Job::FrozenMeasure(measure, index) => {
            Route::page(&routes::measure_version(&measure.id, editions.get(index)?.number))
        }
        Job::SourceList(part) => Route::page(&part.address(routes::SOURCES)),
        Job::Source(source) => Route::page(&routes::source(&source.id)),
        Job::FindingList(part) => Route::page(&part.address(routes::DISCREPANCIES)),
        Job::Finding(finding) => Route::page(&routes::finding(&finding.fingerprint)),
        Job::PastFinding(finding, _) => Route::page(&routes::finding(&finding.fingerprint)),
        Job::QuestionList(part) => Route::page(&part.address(routes::QUESTIONS)),
        Job::RuleList => Route::page(routes::RULES),
        Job::Rule(doc) => Route::page(&routes::rule(doc.code)),
        Job::Cites(_) | Job::PastCite(..) | Job::SearchIndex | Job::Api => return None,
        Job::ChangeList => Route::page(routes::CHANGES),
        Job::Change(index) => Route::page(&routes::change(editions.get(index)?.number)),
        Job::EditionList => Route::page(routes::EDITIONS),
        Job::Edition(index) => Route::page(&routes::edition(editions.get(index)?.number)),
        Job::Downloads => Route::page(routes::DOWNLOADS),
        Job::Reading => Route::page(routes::READING),
        Job::Search => Route::page(routes::SEARCH),
        Job::Index => Route::page(routes::INDEX),
        Job::Shelf(at, part) => Route::page(&part.address(&shelves.get(at)?.path)),
        Job::Feed => Route::file(routes::FEED),
        Job::MeasureFeed(measure) => Route::file(routes::measure_feed(&measure.id)),
        Job::Sitemap => Route::file(routes::SITEMAP),
        Job::Authored(page) => Route::page(&routes::authored(&page.slug)),
        Job::NotFound => Route::file("404.html"),
        Job::Asset(path, _) => Route::file(path),
    })
}

/// What changed with an edition as files: format, what it holds, path and bytes.
fn change_files(edition: &Released) -> Vec<(&'static str, &'static str, String, Vec<u8>)> {
    let (Some(changes), Some(before)) = (&edition.changes, &edition.before) else { return Vec::new() };
    let number = edition.number;
    let mut files = vec![
        ("CSV", "every figure that differs", routes::changes_csv(number), export::changes_csv(changes)),
        (
            "JSON",
            "everything that changed, typed",
            routes::change_file(number, "changes.json"),
            export::changes_json(changes),
        ),
    ];
    let patch = export::changes_daff(changes, before, &edition.publication);
    let about = "the same as a table that onrecord patch and daff apply to the file of all figures";
    files.extend(
        patch.map(|bytes| ("CSV (daff)", about, routes::change_file(number, "changes.daff.csv"), bytes)),
    );
    files
}

/// The files of charts, taken out of their page.
fn chart_files<'c>(charts: impl IntoIterator<Item = &'c mut ChartFigure>) -> Vec<Made> {
    let files = charts.into_iter().flat_map(|chart| std::mem::take(&mut chart.files));
    files.map(|(path, bytes)| (Route::file(path), bytes)).collect()
}

/// A file that not every site has.
fn made(path: String, bytes: Option<Vec<u8>>) -> Vec<Made> {
    bytes.map(|bytes| (Route::file(path), bytes)).into_iter().collect()
}

fn is_public(finding: &Finding) -> bool {
    !matches!(finding.nature, Nature::Input | Nature::Disclosure)
}

fn prose(root: &str, markdown: &str) -> Html {
    Prose { root, prefix: "page", under: Under::Page }.html(markdown)
}

/// The path of the site on its server, for the one page that is served at any depth.
fn base_path(settings: &Settings) -> String {
    let path = settings.base_url.as_deref().and_then(|url| url.splitn(4, '/').nth(3)).unwrap_or_default();
    if path.is_empty() { "/".to_owned() } else { format!("/{path}/") }
}

fn listed(path: &str, file: &DataFile) -> Listed {
    let sum = (file.bytes.len() as u64, Digest::of(&file.bytes).to_string());
    Listed { format: file.format, about: file.about.to_owned(), path: path.to_owned(), sum: Some(sum) }
}

fn download(format: &str, about: &str, path: &str, bytes: usize) -> Download {
    Download {
        format: format.to_owned(),
        about: about.to_owned(),
        path: path.to_owned(),
        size: size(bytes),
        frozen: None,
    }
}

/// "813 bytes", "2.1 kB", "12 MB".
pub(super) fn size(bytes: usize) -> String {
    let in_units = |unit: usize| {
        let tenths = (bytes * 10).div_ceil(unit);
        if tenths < 100 { format!("{}.{}", tenths / 10, tenths % 10) } else { (tenths / 10).to_string() }
    };
    match bytes {
        0..1_000 => format!("{bytes} bytes"),
        1_000..1_000_000 => format!("{} kB", in_units(1_000)),
        _ => format!("{} MB", in_units(1_000_000)),
    }
}
