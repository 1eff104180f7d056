//! Where in a page's values a place in a template stands, and what a name means there.

use std::collections::BTreeMap;

use super::shape::{Kind, Shapes};

/// One step of a way through the values: a field of a record.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Step {
    /// The record's type.
    pub(super) record: String,
    /// The field's name.
    pub(super) field: String,
}

/// A value: what it stands for, and the way to it.
#[derive(Clone, Debug)]
pub(super) struct Value {
    pub(super) kind: Kind,
    pub(super) way: Vec<Step>,
}

impl Value {
    pub(super) fn of(kind: Kind) -> Self {
        Self { kind, way: Vec::new() }
    }

    /// An entry of a list; anything else has entries that nothing is known of.
    pub(super) fn entry(self) -> Self {
        match self.kind {
            Kind::List(kind) => Self { kind: *kind, way: self.way },
            _ => Self::of(Kind::Unknown),
        }
    }

    fn field(self, name: &str, shapes: &Shapes) -> Result<Self, NotThere> {
        let Self { kind, mut way } = self;
        match kind {
            Kind::Record(record) => {
                let fields = &shapes.record(&record).ok_or(NotThere)?.fields;
                let kind = fields.get(name).ok_or(NotThere)?.kind.clone();
                way.push(Step { record, field: name.to_owned() });
                Ok(Self { kind, way })
            }
            // `list.[0]` and `list.length` are left to the page.
            Kind::Unknown | Kind::List(_) => Ok(Self::of(Kind::Unknown)),
            Kind::Plain | Kind::Word(_) => Err(NotThere),
        }
    }
}

/// No value has this name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NotThere;

/// One level of a template: a page or partial, or a block that changes what names mean.
#[derive(Clone, Debug)]
pub(super) struct Level {
    this: Value,
    named: BTreeMap<String, Value>,
}

/// The levels around a place, the innermost last, with the page's own values.
#[derive(Clone, Debug)]
pub(super) struct Scope {
    root: Value,
    levels: Vec<Level>,
}

impl Scope {
    pub(super) fn of_page(kind: Kind) -> Self {
        let root = Value::of(kind);
        Self { levels: vec![Level { this: root.clone(), named: BTreeMap::new() }], root }
    }

    /// Inside a block over `this`, in which some values have names of their own.
    pub(super) fn inside(&self, this: Value, named: BTreeMap<String, Value>) -> Self {
        let mut scope = self.clone();
        scope.levels.push(Level { this, named });
        scope
    }

    /// Inside a partial that was given `this`: what lies around the inclusion is out of reach.
    pub(super) fn alone(&self, this: Value) -> Self {
        Self { root: self.root.clone(), levels: vec![Level { this, named: BTreeMap::new() }] }
    }

    pub(super) fn this(&self) -> Value {
        self.levels.last().map_or_else(|| Value::of(Kind::Unknown), |level| level.this.clone())
    }

    /// What a name means here: `title`, `this.title`, `../root`, `@root.frame.root`, `@first`.
    pub(super) fn find(&self, path: &str, shapes: &Shapes) -> Result<Value, NotThere> {
        let above = path.split('/').take_while(|part| *part == "..").count();
        let names = path.split('/').filter(|part| *part != "..").flat_map(|part| part.split('.'));
        let mut names = names.filter(|name| !name.is_empty() && *name != "this").peekable();
        let start = match names.peek().copied() {
            Some("@root") => {
                names.next();
                self.root.clone()
            }
            Some(local) if local.starts_with('@') => return Ok(Value::of(Kind::Plain)),
            first => {
                let Some(level) = self.levels.len().checked_sub(1 + above).and_then(|at| self.levels.get(at))
                else {
                    return Ok(Value::of(Kind::Unknown));
                };
                let around = self.levels.iter().take(self.levels.len() - above).rev();
                match first.and_then(|name| around.into_iter().find_map(|level| level.named.get(name))) {
                    Some(named) => {
                        names.next();
                        named.clone()
                    }
                    None => level.this.clone(),
                }
            }
        };
        names.try_fold(start, |value, name| value.field(name.trim_matches(['[', ']']), shapes))
    }
}
