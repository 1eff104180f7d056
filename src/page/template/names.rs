//! Every name that a template uses, followed through its blocks and partials as the page would fill them: also in
//! branches that no page of today takes.

use std::collections::{BTreeMap, BTreeSet};

use handlebars::Template;
use handlebars::template::{
    BlockParam, DecoratorTemplate, HelperTemplate, Parameter, Subexpression, TemplateElement,
};

use super::super::error::PageError;
use super::required::{self, Printed};
use super::scope::{Scope, Value};
use super::shape::{Kind, Shapes};
use super::unknown_name::{nearest, not_named};

/// What a template can call, beside the values of its page.
pub(super) const HELPERS: [&str; 19] = [
    "if", "unless", "each", "with", "known", "mark", "lookup", "eq", "ne", "gt", "gte", "lt", "lte", "and",
    "or", "not", "len", "raw", "log",
];

type At = Option<(usize, usize)>;

/// The mistakes in the names that pages use. The templates must not include each other in a circle.
pub(crate) fn judge(templates: &BTreeMap<String, Template>, shapes: &Shapes) -> Vec<PageError> {
    let mut walk =
        Walk { templates, shapes, page: "", printed: Vec::new(), errors: Vec::new(), told: BTreeSet::new() };
    for (page, kind) in shapes.pages() {
        walk.page = page;
        walk.included(page, &Scope::of_page(kind.clone()));
        let printed = std::mem::take(&mut walk.printed);
        for (name, error) in required::missing(page, &printed) {
            let at = error.line.zip(error.column);
            // A partial is named once, for the first of the pages that include it.
            if walk.told.insert((error.template.clone(), at, name.to_owned())) {
                walk.errors.push(error);
            }
        }
    }
    walk.errors
}

struct Walk<'a> {
    templates: &'a BTreeMap<String, Template>,
    shapes: &'a Shapes,
    /// The page whose values are in question.
    page: &'static str,
    printed: Vec<Printed>,
    errors: Vec<PageError>,
    /// Mistakes that were named already: a partial is followed once for each inclusion.
    told: BTreeSet<(String, At, String)>,
}

impl<'a> Walk<'a> {
    fn included(&mut self, name: &str, scope: &Scope) {
        let templates: &'a BTreeMap<String, Template> = self.templates;
        if let Some(template) = templates.get(name) {
            Place { walk: self, template: name, at: None }.template(template, scope);
        }
    }
}

/// A place in a template.
struct Place<'w, 'a> {
    walk: &'w mut Walk<'a>,
    template: &'w str,
    at: At,
}

impl Place<'_, '_> {
    fn template(&mut self, template: &Template, scope: &Scope) {
        for (index, element) in template.elements.iter().enumerate() {
            self.at = template.mapping.get(index).map(|mapping| (mapping.0, mapping.1));
            match element {
                TemplateElement::Expression(call) | TemplateElement::HtmlExpression(call) => {
                    self.expression(call, scope);
                }
                TemplateElement::HelperBlock(block) => self.block(block, scope),
                TemplateElement::PartialExpression(partial) | TemplateElement::PartialBlock(partial) => {
                    self.partial(partial, scope);
                }
                _ => {}
            }
        }
    }

    fn expression(&mut self, call: &HelperTemplate, scope: &Scope) {
        let name = call.name.as_name().unwrap_or_default();
        if call.params.is_empty() && call.hash.is_empty() {
            if !HELPERS.contains(&name) {
                self.named(name, scope).into_iter().for_each(|value| self.prints(value));
            }
            return;
        }
        self.callable(name);
        for value in self.values(call.params.iter().chain(call.hash.values()), scope) {
            self.prints(value);
        }
    }

    /// A block: `each` and `with` change what names mean inside, the others do not.
    fn block(&mut self, block: &HelperTemplate, scope: &Scope) {
        let name = block.name.as_name().unwrap_or_default();
        self.callable(name);
        let over = self.values(block.params.iter().chain(block.hash.values()), scope).into_iter().next();
        let over = over.unwrap_or_else(|| Value::of(Kind::Unknown));
        let inner = match name {
            "each" => {
                let entry = over.entry();
                scope.inside(entry.clone(), block_names(block.block_param.as_ref(), &entry))
            }
            "with" => scope.inside(over.clone(), block_names(block.block_param.as_ref(), &over)),
            _ => scope.clone(),
        };
        block.template.iter().for_each(|template| self.template(template, &inner));
        block.inverse.iter().for_each(|template| self.template(template, scope));
    }

    fn partial(&mut self, partial: &DecoratorTemplate, scope: &Scope) {
        let given = self.values(partial.params.iter(), scope).into_iter().next();
        let names: Vec<(String, Value)> = partial
            .hash
            .iter()
            .filter_map(|(name, value)| Some((name.clone(), self.value(value, scope)?)))
            .collect();
        let mut inner = given.map_or_else(|| scope.clone(), |given| scope.alone(given));
        if !names.is_empty() {
            inner = inner.inside(inner.this(), names.into_iter().collect());
        }
        partial.template.iter().for_each(|template| self.template(template, scope));
        if let Some(name) = partial.name.as_name() {
            self.walk.included(name, &inner);
        }
    }

    fn values<'p>(&mut self, parameters: impl Iterator<Item = &'p Parameter>, scope: &Scope) -> Vec<Value> {
        parameters.filter_map(|parameter| self.value(parameter, scope)).collect()
    }

    fn value(&mut self, parameter: &Parameter, scope: &Scope) -> Option<Value> {
        match parameter {
            Parameter::Name(_) | Parameter::Path(_) => {
                let name = parameter.as_name().unwrap_or_default();
                Some(self.named(name, scope).unwrap_or_else(|| Value::of(Kind::Unknown)))
            }
            Parameter::Subexpression(call) => {
                self.call(call, scope);
                Some(Value::of(Kind::Plain))
            }
            _ => None,
        }
    }

    fn call(&mut self, call: &Subexpression, scope: &Scope) {
        self.callable(call.name());
        let hash = call.hash().into_iter().flat_map(|hash| hash.values());
        let parameters: Vec<&Parameter> = call.params().into_iter().flatten().chain(hash).collect();
        self.values(parameters.into_iter(), scope);
    }

    fn named(&mut self, name: &str, scope: &Scope) -> Option<Value> {
        let found = scope.find(name, self.walk.shapes);
        if found.is_err() {
            let page = self.walk.page;
            let known = known_names(scope, self.walk.shapes);
            let error = not_named(self.template, self.at, name, page, &known);
            self.tell(name, error);
        }
        found.ok()
    }

    fn callable(&mut self, name: &str) {
        if !HELPERS.contains(&name) {
            let help = nearest(name, HELPERS.into_iter());
            let error =
                PageError::new(self.template, self.at, format!("There is no `{name}` to call with a value."));
            self.tell(name, if help.is_empty() { error } else { error.help(help.trim_end()) });
        }
    }

    fn tell(&mut self, name: &str, error: PageError) {
        if self.walk.told.insert((self.template.to_owned(), self.at, name.to_owned())) {
            self.walk.errors.push(error);
        }
    }

    fn prints(&mut self, value: Value) {
        let template = self.template.to_owned();
        self.walk.printed.push(Printed { way: value.way, template, at: self.at });
    }
}

/// `as |entry|` and `as |entry index|`.
fn block_names(names: Option<&BlockParam>, value: &Value) -> BTreeMap<String, Value> {
    let named = |name: &Parameter, value: Value| name.as_name().map(|name| (name.to_owned(), value));
    match names {
        Some(BlockParam::Single(name)) => named(name, value.clone()).into_iter().collect(),
        Some(BlockParam::Pair((name, place))) => {
            named(name, value.clone()).into_iter().chain(named(place, Value::of(Kind::Plain))).collect()
        }
        _ => BTreeMap::new(),
    }
}

/// The names that stand in the values around a place.
fn known_names(scope: &Scope, shapes: &Shapes) -> BTreeSet<String> {
    match scope.this().kind {
        Kind::Record(name) => {
            shapes.record(&name).into_iter().flat_map(|record| record.fields.keys().cloned()).collect()
        }
        _ => BTreeSet::new(),
    }
}
