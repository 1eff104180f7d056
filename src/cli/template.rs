//! `onrecord template`: the built-in templates, to copy and change.

use super::arguments::TemplateOptions;
use super::{ExitStatus, output};
use crate::finding::nearest;
use crate::page::{built_in_template, built_in_templates, template_values};
use crate::report::visible;

pub(super) fn run(options: &TemplateOptions) -> ExitStatus {
    let Some(wanted) = &options.name else {
        return output::result(&built_in_templates().map(|name| format!("{name}\n")).collect::<String>());
    };
    let found = match options.values {
        true => template_values(wanted),
        false => built_in_template(wanted).map(str::to_owned),
    };
    found.map_or_else(|| unknown(wanted, options.values), |text| output::result(&text))
}

fn unknown(wanted: &str, values: bool) -> ExitStatus {
    let hint = nearest(wanted, built_in_templates()).map_or_else(
        || "`onrecord template` alone lists every template".to_owned(),
        |near| format!("did you mean {near}?"),
    );
    let (what, hint) = match values && built_in_template(wanted).is_some() {
        true => (
            "a partial has the values of the page or part that it is put into, and none of its own",
            "ask for the values of that page".to_owned(),
        ),
        false => ("there is no template of this name", hint),
    };
    output::message(&format!("error: {}: {what}\n  help: {hint}", visible(wanted)));
    ExitStatus::Usage
}
