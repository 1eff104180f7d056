//! The words a template can use beside plain values: strict `if` and `unless`, `known`, `mark`.

use handlebars::{
    Context, Handlebars, Helper, HelperDef, HelperResult, JsonRender, JsonTruthy, JsonValue, Output,
    PathAndJson, RenderContext, RenderErrorReason, Renderable,
};

use super::mark::mark;
use super::standing::Standing;

/// Adds them all.
pub(super) fn register(handlebars: &mut Handlebars<'_>) {
    handlebars.register_helper("if", Box::new(Condition { wanted: true }));
    handlebars.register_helper("unless", Box::new(Condition { wanted: false }));
    handlebars.register_helper("known", Box::new(write_known));
    handlebars.register_helper("mark", Box::new(write_mark));
}

/// The first parameter; an error when it is not there, even in a condition.
fn first<'a, 'rc>(helper: &'a Helper<'rc>) -> Result<&'a PathAndJson<'rc>, RenderErrorReason> {
    match helper.param(0) {
        Some(value) if value.is_value_missing() => {
            Err(RenderErrorReason::MissingVariable(value.relative_path().cloned()))
        }
        Some(value) => Ok(value),
        None => Err(RenderErrorReason::ParamNotFoundForIndex("expression", 0)),
    }
}

/// The library's own `if` lets a misspelt name pass as false.
struct Condition {
    wanted: bool,
}

impl HelperDef for Condition {
    fn call<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        registry: &'reg Handlebars<'reg>,
        context: &'rc Context,
        rendering: &mut RenderContext<'reg, 'rc>,
        out: &mut dyn Output,
    ) -> HelperResult {
        let truthy = first(helper)?.value().is_truthy(false);
        let branch = if truthy == self.wanted { helper.template() } else { helper.inverse() };
        branch.map_or(Ok(()), |branch| branch.render(registry, context, rendering, out))
    }
}

/// `{{known value}}` prints the value, or "not known" when there is none; a second parameter replaces the words.
fn write_known(
    helper: &Helper<'_>,
    registry: &Handlebars<'_>,
    _: &Context,
    _: &mut RenderContext<'_, '_>,
    out: &mut dyn Output,
) -> HelperResult {
    let value = first(helper)?.value();
    if value.is_truthy(true) {
        out.write(&registry.get_escape_fn()(&value.render()))?;
        return Ok(());
    }
    let words = helper.param(1).and_then(|words| words.value().as_str()).unwrap_or("not known");
    out.write(r#"<span class="unknown">"#)?;
    out.write(&registry.get_escape_fn()(words))?;
    out.write("</span>")?;
    Ok(())
}

/// `{{mark standing}}` draws the mark of a standing; its words must stand beside it.
fn write_mark(
    helper: &Helper<'_>,
    _: &Handlebars<'_>,
    _: &Context,
    _: &mut RenderContext<'_, '_>,
    out: &mut dyn Output,
) -> HelperResult {
    let value = first(helper)?.value();
    let standing = value.as_str().and_then(Standing::named);
    let standing = standing.ok_or_else(|| not_a_standing(value))?;
    out.write(mark(standing))?;
    Ok(())
}

fn not_a_standing(value: &JsonValue) -> RenderErrorReason {
    RenderErrorReason::Other(format!("`mark` needs the name of a standing, not {}.", value.render()))
}
