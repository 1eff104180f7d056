//! The templates, checked and ready: built-in ones, with the publisher's own in their place.

use std::collections::BTreeMap;

use handlebars::{Context, Handlebars, RenderErrorReason, Template};
use schemars::JsonSchema;
use serde::Serialize;

use super::built_in::TEMPLATES;
use super::error::PageError;
use super::escape::escape;
use super::expressions;
use super::template::{Audit, MOST_OPEN, Shapes, inclusion_errors, judge, listing, too_deep, unknown_name};
use super::trusted::Html;
use super::{ChangePage, MeasurePage, SourcePage, rows};

/// The names of the built-in templates.
pub fn built_in_templates() -> impl Iterator<Item = &'static str> {
    TEMPLATES.iter().map(|(name, _)| *name)
}

/// The text of a built-in template.
pub fn built_in_template(name: &str) -> Option<&'static str> {
    TEMPLATES.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}

/// Every value that a page has, with what it is; none for a partial, which has those of its page.
pub fn template_values(name: &str) -> Option<String> {
    listing(name, &shapes())
}

/// Renders views. Made once a build; every page shares it.
pub struct Renderer {
    handlebars: Handlebars<'static>,
}

/// A page as values. Each kind names its template.
pub trait View: Serialize + JsonSchema + Sized {
    /// The template's name.
    const TEMPLATE: &'static str;

    /// The rows of the page's long table, if it has one: the template finds them as `rows.html`.
    fn rows(&self) -> Option<Html> {
        None
    }

    /// The whole page as HTML.
    fn render(&self, renderer: &Renderer) -> Result<String, PageError> {
        renderer.render(self)
    }
}

/// Larger than any template written by hand, small enough to parse in no time.
const LARGEST: usize = 256 * 1024;

impl Renderer {
    /// Takes the publisher's templates as text, by name: `measure` replaces the built-in one, `partials/…`
    /// may also be new. Every mistake in them is reported at once, before any page is made.
    pub fn new(overrides: BTreeMap<String, String>) -> Result<Self, Vec<PageError>> {
        let mut errors = misplaced(&overrides);
        let built_in = TEMPLATES.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
        let mut texts: BTreeMap<String, String> = built_in.collect();
        texts.extend(overrides);
        let mut handlebars = Handlebars::new();
        handlebars.set_strict_mode(true);
        handlebars.register_escape_fn(escape);
        expressions::register(&mut handlebars);
        let (mut audits, mut parsed) = (BTreeMap::new(), BTreeMap::new());
        for (name, text) in &texts {
            match parse(name, text) {
                Ok(template) => {
                    let mut audit = Audit::of(name, &template);
                    errors.append(&mut audit.errors);
                    audits.insert(name.clone(), audit);
                    parsed.insert(name.clone(), template);
                }
                Err(error) => errors.push(error),
            }
        }
        errors.extend(inclusion_errors(&audits));
        if errors.is_empty() {
            errors.extend(judge(&parsed, &shapes()));
        }
        parsed.into_iter().for_each(|(name, template)| handlebars.register_template(&name, template));
        if errors.is_empty() { Ok(Self { handlebars }) } else { Err(errors) }
    }

    fn render<V: View>(&self, view: &V) -> Result<String, PageError> {
        let context = context(view).map_err(|error| PageError::new(V::TEMPLATE, None, error.to_string()))?;
        self.fill(V::TEMPLATE, &context)
    }

    /// Renders a template over values already prepared for it.
    pub(super) fn fill(&self, template: &str, context: &Context) -> Result<String, PageError> {
        self.handlebars.render_with_context(template, context).map_err(|error| {
            let template = error.template_name.as_deref().unwrap_or(template);
            let at = error.line_no.zip(error.column_no);
            match error.reason() {
                RenderErrorReason::MissingVariable(name) => {
                    unknown_name(template, at, name.as_deref().unwrap_or_default(), context.data())
                }
                reason => PageError::new(template, at, reason.to_string()),
            }
        })
    }
}

/// The view as the template sees it, with its rows.
pub(super) fn context<V: View>(view: &V) -> Result<Context, serde_json::Error> {
    let mut values = serde_json::to_value(view)?;
    if let Some(object) = values.as_object_mut() {
        object.insert("rows".to_owned(), serde_json::to_value(view.rows())?);
    }
    Ok(Context::from(values))
}

/// A file that is neither a built-in page's nor a partial would never be used: most likely a slip.
fn misplaced(overrides: &BTreeMap<String, String>) -> Vec<PageError> {
    let known =
        |name: &str| name.starts_with("partials/") || TEMPLATES.iter().any(|(known, _)| *known == name);
    let nearest = |name: &str| {
        TEMPLATES.iter().map(|(known, _)| *known).max_by(|a, b| {
            strsim::jaro_winkler(a, name).total_cmp(&strsim::jaro_winkler(b, name)).then_with(|| b.cmp(a))
        })
    };
    let mistake = |name: &String| {
        let help = nearest(name).map_or_else(String::new, |near| format!("Did you mean `{near}`?"));
        PageError::new(name, None, "No page uses a template of this name.").help(help)
    };
    overrides.keys().filter(|name| !known(name)).map(mistake).collect()
}

fn parse(name: &str, text: &str) -> Result<Template, PageError> {
    if text.len() > LARGEST {
        return Err(PageError::new(name, None, format!("The template is larger than {LARGEST} bytes.")));
    }
    if let Some(at) = too_deep(text) {
        let message = format!("More than {MOST_OPEN} blocks or brackets are open here.");
        return Err(PageError::new(name, Some(at), message));
    }
    Template::compile_with_name(text, name.to_owned())
        .map_err(|error| PageError::new(name, error.pos(), error.reason().to_string()))
}

macro_rules! views {
    ($($view:ty => $template:literal),* $(,)?) => {
        $(impl View for $view { const TEMPLATE: &'static str = $template; })*

        /// What values each kind of page has.
        pub(super) fn shapes() -> Shapes {
            let mut shapes = Shapes::default();
            $(shapes.add::<$view>($template);)*
            shapes.add::<ChangePage>(ChangePage::TEMPLATE);
            shapes.add::<MeasurePage>(MeasurePage::TEMPLATE);
            shapes.add::<SourcePage>(SourcePage::TEMPLATE);
            shapes
        }
    };
}

views! {
    super::AuthoredPage => "authored",
    super::ChangeList => "changes",
    super::DiscrepancyList => "discrepancies",
    super::DiscrepancyPage => "discrepancy",
    super::DownloadsPage => "downloads",
    super::EditionList => "editions",
    super::EditionPage => "edition",
    super::EmbedPage => "embed",
    super::HomePage => "home",
    super::MeasureList => "measures",
    super::GonePage => "gone",
    super::NotFoundPage => "not-found",
    super::QuestionList => "questions",
    super::ReadingPage => "reading",
    super::RuleList => "rules",
    super::RulePage => "rule",
    super::IndexPage => "a-z",
    super::SearchPage => "search",
    super::ShelfPage => "shelf",
    super::SourceList => "sources",
}

impl View for ChangePage {
    const TEMPLATE: &'static str = "change";

    fn rows(&self) -> Option<Html> {
        rows::changes(&self.rows, &self.frame.root)
    }
}

impl View for MeasurePage {
    const TEMPLATE: &'static str = "measure";

    fn rows(&self) -> Option<Html> {
        rows::figures(&self.figures.rows, &self.frame.root)
    }
}

impl View for SourcePage {
    const TEMPLATE: &'static str = "source";

    fn rows(&self) -> Option<Html> {
        rows::source_figures(&self.figures, &self.frame.root)
    }
}
