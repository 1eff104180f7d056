//! Templates are read before any is rendered: partials that include each other would overflow the stack,
//! and an unescaped value could let a data file write markup.

use std::collections::BTreeMap;

use handlebars::Template;
use handlebars::template::{DecoratorTemplate, HelperTemplate, Parameter, TemplateElement};

use super::super::error::PageError;

/// The last part of a name that may be printed unescaped: only [`crate::page::Html`] and [`crate::page::Svg`] have it.
const TRUSTED: [&str; 2] = ["html", "svg"];
/// Far deeper than a page needs, far from the end of the stack.
const DEEPEST: usize = 24;

/// Where one template includes another.
pub(crate) struct Inclusion {
    pub(crate) partial: String,
    pub(crate) at: Option<(usize, usize)>,
}

/// What one template includes, and what is wrong with it.
#[derive(Default)]
pub(crate) struct Audit {
    name: String,
    pub(crate) inclusions: Vec<Inclusion>,
    pub(crate) errors: Vec<PageError>,
}

impl Audit {
    /// Reads a parsed template.
    pub(crate) fn of(name: &str, template: &Template) -> Self {
        let mut audit = Self { name: name.to_owned(), ..Self::default() };
        audit.template(template);
        audit
    }

    fn template(&mut self, template: &Template) {
        for (index, element) in template.elements.iter().enumerate() {
            let at = template.mapping.get(index).map(|mapping| (mapping.0, mapping.1));
            self.element(element, at);
        }
    }

    fn element(&mut self, element: &TemplateElement, at: Option<(usize, usize)>) {
        match element {
            TemplateElement::HtmlExpression(expression) => self.unescaped(expression, at),
            TemplateElement::HelperBlock(block) => {
                block.template.iter().chain(&block.inverse).for_each(|inner| self.template(inner));
            }
            TemplateElement::PartialExpression(partial) | TemplateElement::PartialBlock(partial) => {
                self.partial(partial, at);
            }
            TemplateElement::DecoratorExpression(_) | TemplateElement::DecoratorBlock(_) => self.errors.push(
                PageError::new(&self.name, at, "Partials written inside a template are not supported.")
                    .help("Put it in a file of its own under templates/partials/."),
            ),
            TemplateElement::RawString(_) | TemplateElement::Comment(_) | TemplateElement::Expression(_) => {}
            _ => {
                self.errors.push(PageError::new(&self.name, at, "This kind of expression is not supported."));
            }
        }
    }

    fn unescaped(&mut self, expression: &HelperTemplate, at: Option<(usize, usize)>) {
        let name = expression.name.as_name().unwrap_or_default();
        let last = name.rsplit(['.', '/']).next().unwrap_or_default();
        let plain = expression.params.is_empty() && expression.hash.is_empty();
        if !(plain && TRUSTED.contains(&last)) {
            let message = format!("`{{{{{{{name}}}}}}}` prints a value without escaping it.");
            let help =
                format!("Write `{{{{{name}}}}}`; only values named `html` or `svg` are safe as they are.");
            self.errors.push(PageError::new(&self.name, at, message).help(help));
        }
    }

    fn partial(&mut self, partial: &DecoratorTemplate, at: Option<(usize, usize)>) {
        partial.template.iter().for_each(|inner| self.template(inner));
        match &partial.name {
            Parameter::Name(name) if name == "@partial-block" => {}
            Parameter::Name(name) => self.inclusions.push(Inclusion { partial: name.clone(), at }),
            _ => self.errors.push(
                PageError::new(&self.name, at, "The name of a partial must be written out.")
                    .help("A name worked out while rendering cannot be checked for circles."),
            ),
        }
    }
}

/// Finds inclusions of what does not exist, inclusions in a circle, and chains too deep to be meant.
pub(crate) fn inclusion_errors(audits: &BTreeMap<String, Audit>) -> Vec<PageError> {
    let mut errors = Vec::new();
    for (name, audit) in audits {
        for inclusion in &audit.inclusions {
            if !audits.contains_key(&inclusion.partial) {
                errors.push(unknown(name, inclusion, audits));
            }
        }
    }
    let mut walk = Walk { audits, settled: BTreeMap::new(), path: Vec::new(), errors };
    for name in audits.keys() {
        walk.visit(name);
    }
    walk.errors
}

fn unknown(name: &str, inclusion: &Inclusion, audits: &BTreeMap<String, Audit>) -> PageError {
    let wanted = &inclusion.partial;
    let nearest = audits.keys().max_by(|a, b| {
        strsim::jaro_winkler(a, wanted).total_cmp(&strsim::jaro_winkler(b, wanted)).then_with(|| b.cmp(a))
    });
    let error = PageError::new(name, inclusion.at, format!("There is no template `{wanted}` to include."));
    match nearest {
        Some(nearest) => error.help(format!("Did you mean `{nearest}`?")),
        None => error,
    }
}

/// A walk along inclusions. Each template is settled once, so the walk is linear in their number, and it
/// stops at [`DEEPEST`], so it cannot itself overflow the stack.
struct Walk<'a> {
    audits: &'a BTreeMap<String, Audit>,
    /// How many inclusions lie below a template that is done.
    settled: BTreeMap<&'a str, usize>,
    path: Vec<&'a str>,
    errors: Vec<PageError>,
}

impl<'a> Walk<'a> {
    fn visit(&mut self, name: &'a str) -> usize {
        if let Some(depth) = self.settled.get(name) {
            return *depth;
        }
        let Some(audit) = self.audits.get(name) else { return 0 };
        self.path.push(name);
        let mut depth = 0;
        for inclusion in &audit.inclusions {
            if let Some(error) = self.forbidden(name, inclusion) {
                self.errors.push(error);
            } else {
                depth = depth.max(1 + self.visit(&inclusion.partial));
            }
        }
        self.path.pop();
        self.settled.insert(name, depth);
        depth
    }

    fn forbidden(&self, name: &str, inclusion: &Inclusion) -> Option<PageError> {
        if let Some(start) = self.path.iter().position(|open| *open == inclusion.partial) {
            let circle: Vec<&str> = self.path.iter().skip(start).copied().collect();
            let message = format!("These templates include each other: {}.", circle.join(", "));
            return Some(PageError::new(name, inclusion.at, message).help("Take one of the inclusions out."));
        }
        let settled = self.settled.get(inclusion.partial.as_str()).copied().unwrap_or(0);
        (self.path.len() + settled >= DEEPEST).then(|| {
            let message = format!("Templates include one another more than {DEEPEST} deep here.");
            PageError::new(name, inclusion.at, message)
        })
    }
}
