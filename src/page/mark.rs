//! The marks of the standings, drawn once: small shapes in the colour of the text around them.

use super::standing::Standing;

/// The mark as inline SVG, hidden from screen readers since its words stand beside it. Shapes take the
/// colour of the text, so they hold in dark, in print and in forced colours.
pub fn mark(standing: Standing) -> &'static str {
    macro_rules! drawn {
        ($shape:literal) => {
            concat!(
                r#"<svg class="mark" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2">"#,
                $shape,
                "</svg>"
            )
        };
    }
    match standing {
        Standing::Confirmed => drawn!(r#"<circle cx="8" cy="8" r="6" fill="currentColor"/>"#),
        Standing::PartlyConfirmed => drawn!(
            r#"<circle cx="8" cy="8" r="6"/><path d="M2 8a6 6 0 0 0 12 0z" fill="currentColor" stroke="none"/>"#
        ),
        Standing::Unconfirmed => drawn!(r#"<circle cx="8" cy="8" r="6"/>"#),
        Standing::Contradicted => drawn!(r#"<circle cx="8" cy="8" r="6"/><path d="M0 8h16"/>"#),
        Standing::Superseded => drawn!(r#"<circle cx="8" cy="8" r="6" stroke-dasharray="3.1 3.1"/>"#),
        Standing::Withdrawn => drawn!(r#"<path d="M2.5 2.5l11 11m0-11l-11 11"/>"#),
        Standing::Derived => drawn!(r#"<path d="M8 1.5L14.5 8 8 14.5 1.5 8z"/>"#),
        Standing::CalledFor => drawn!(r#"<path d="M3 16V1.8h10.5L10.5 5.4l3 3.6H3"/>"#),
        Standing::NotAvailable => drawn!(r#"<path d="M1.5 2.5h13v11h-13zM5 8h6"/>"#),
    }
}
